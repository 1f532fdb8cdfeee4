import { referenceFile } from "@/app/_server/reference-file";

export async function GET(_: Request, props: { params: Promise<{ id: string }> }): Promise<Response> {
  return referenceFile("ris", props);
}
