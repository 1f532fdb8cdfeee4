import { once } from "node:events";
import { createInterface } from "node:readline";
import { renderPost } from "@/lib/posts/markdown";
import { cleanText, TextRefusal } from "@/lib/posts/text-rules";

// npm run -s render: JSON lines {"text": "…"} in, one line out for each, by the code that saves a post.

const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
for await (const line of lines) {
  if (!process.stdout.write(`${JSON.stringify(answerTo(line))}\n`)) await once(process.stdout, "drain");
}

function answerTo(line: string) {
  const text = textOf(line);
  if (text === null) return { error: 'This line is not of the form {"text": "…"}.' };
  try {
    const { html, citations } = renderPost(cleanText(text));
    return { html, citations: citations.map(({ kind, value }) => ({ kind, id: value })) };
  } catch (error) {
    if (error instanceof TextRefusal) return { error: error.sentence };
    // The other lines still get their answers; the exit code says that something is wrong with us.
    console.error(error);
    process.exitCode = 1;
    return { error: "Something went wrong on our side with this text." };
  }
}

function textOf(line: string): string | null {
  try {
    const text: unknown = JSON.parse(line)?.text;
    return typeof text === "string" ? text : null;
  } catch {
    return null;
  }
}
