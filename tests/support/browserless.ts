import http, { type IncomingHttpHeaders } from "node:http";

// A reader without a browser: opens pages, takes the forms out of them and sends them, with any header and any cookie.

export type Answered = { status: number; headers: IncomingHttpHeaders; html: string };
export type Fields = Record<string, string>;
export type Sending = {
  cookie?: string;
  method?: string;
  /** `null` leaves a header out that a browser would send. */
  headers?: Record<string, string | null>;
};

const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

export function openPage(address: string, { cookie, method = "GET", headers = {} }: Sending = {}): Promise<Answered> {
  return ask(address, method, { ...cookieHeader(cookie), ...headers }, null);
}

/** As a browser sends a form of ours, without scripts. */
export async function sendForm(address: string, fields: Fields, sending: Sending = {}): Promise<Answered> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer());
  return ask(
    address,
    sending.method ?? "POST",
    {
      ...fromOurPages(address),
      "content-type": encoded.headers.get("content-type") ?? "",
      ...cookieHeader(sending.cookie),
      ...sending.headers,
    },
    body,
  );
}

export function sendJson(address: string, body: unknown, sending: Sending = {}): Promise<Answered> {
  return ask(
    address,
    sending.method ?? "POST",
    {
      ...fromOurPages(address),
      "content-type": "application/json",
      ...cookieHeader(sending.cookie),
      ...sending.headers,
    },
    Buffer.from(JSON.stringify(body)),
  );
}

/** What a form of this name would send that nobody typed: its action and its other hidden fields. */
export function hiddenFields(html: string, name: string): Fields | null {
  for (const [, form = ""] of html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)) {
    const fields = Object.fromEntries(
      [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?\/>/g)].map(
        ([, key = "", value = ""]) => [unescaped(key), unescaped(value)],
      ),
    );
    if (fields.form === name) return fields;
  }
  return null;
}

export function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function cookieHeader(cookie: string | undefined): Record<string, string> {
  return cookie ? { cookie } : {};
}

function fromOurPages(address: string): Record<string, string> {
  return { origin: new URL(address).origin, "sec-fetch-site": "same-origin" };
}

/** By hand: fetch keeps Origin and Sec-Fetch-Site for itself. Each request comes from a network of its own, since throttles count by network. */
function ask(
  address: string,
  method: string,
  headers: Record<string, string | null>,
  body: Buffer | null,
): Promise<Answered> {
  const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null);
  if (body) sent.push(["content-length", String(body.length)]);
  return new Promise((resolve, reject) => {
    const outgoing = http.request(
      address,
      { method, agent, headers: { "x-forwarded-for": someNetwork(), ...Object.fromEntries(sent) } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            html: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body ?? undefined);
  });
}

function someNetwork(): string {
  const byte = () => Math.floor(Math.random() * 254) + 1;
  return `10.${byte()}.${byte()}.${byte()}`;
}
