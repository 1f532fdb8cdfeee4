/** Something the operator can put right. The start prints its one sentence and stops; there is no stack to read. */
export class StartProblem extends Error {
  override name = "StartProblem";
}
