/**
 * A text that breaks a rule: `sentence` is for the person, `field` says where they typed it. Recognised by its name,
 * since the class exists once in each module world.
 */
export class TextRefusal extends Error {
  override name = "TextRefusal";
  constructor(
    readonly reason: string,
    readonly sentence: string,
    readonly field: "text" | "title" = "text",
  ) {
    super(sentence);
  }
}
