import type { TypedWord } from "./typed-words";

type Fault = {
  status: number;
  id: string;
  typed: TypedWord[];
  /** Why the form was refused, where its own page is none of this person’s any more and can't say it. */
  refused?: string;
};

/**
 * The page for a fault of ours, and for a form whose own page went away while it was written. Made without Next or the
 * database, because either may be what is wrong.
 */
export function faultPage(fault: Fault): string {
  const gone = fault.status === 404;
  const busy = fault.status === 503;
  const title = fault.refused
    ? "This was not done"
    : gone
      ? "The page you were writing on isn’t here any more"
      : busy
        ? "The forum can’t be reached for a moment"
        : "Something went wrong on our side";
  const sentence = fault.refused
    ? escaped(fault.refused)
    : gone
      ? "It was taken down while you were writing."
      : busy
        ? "Please wait a minute and try again. Nothing that was saved is lost."
        : 'It is not your doing. If it happens again, please <a href="/contact">tell us</a> this number, so that we can find it:';
  const typed = fault.typed.map(
    ({ label, text }, index) =>
      `<p><label for="typed-${index}">${label}</label></p><textarea id="typed-${index}" rows="12" readonly>${escaped(text)}</textarea>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><meta name="robots" content="noindex"><link rel="stylesheet" href="/fault.css"></head><body><main>
<h1>${title}</h1><p>${sentence}</p>${gone || busy || fault.refused ? "" : `<p class="fault-id">${escaped(fault.id)}</p>`}
${typed.length > 0 ? `<p>${gone || fault.refused ? "It could not be saved." : "We can’t be sure that it was saved."} It is here, so that you can copy it:</p>${typed.join("\n")}` : ""}
<p>${gone || fault.refused ? "" : '<a href="">Try this page again</a> · '}<a href="/">Go to the start page</a></p></main></body></html>`;
}

/** The texts of a form as it was sent, by name. */
export async function sentFields(
  body: Buffer | null,
  contentType: string | undefined,
): Promise<Record<string, string>> {
  if (!body || !contentType || !/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(contentType))
    return {};
  try {
    const form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } }).formData();
    return Object.fromEntries(
      [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name.replace(/^\d+_/, ""), value]] : [])),
    );
  } catch {
    return {};
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
