import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { type Host, openRegistries, type Registries } from "@/lib/studies/registries";

export type Awkward = (request: IncomingMessage, response: ServerResponse) => void;

/** Every registry at one address over real HTTP, answering as the test wants. */
export async function startAwkwardRegistries() {
  let answer: Awkward = (_, response) => response.end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    answerWith: (how: Awkward) => {
      answer = how;
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Each at `url/europepmc` and so on; new ones each time, as one that fails is left alone for a while. */
export function registriesUnder(url: string, timeout = 1_000): Registries {
  const hosts: Host[] = ["europepmc", "pubmed", "crossref", "clinicaltrials", "doi", "datacite"];
  const urls = Object.fromEntries(hosts.map((host) => [host, `${url}/${host}`])) as Record<Host, string>;
  return openRegistries(urls, null, null, { timeout });
}

const JSON_TYPE = { "content-type": "application/json" };
const GIGABYTE = 1024 ** 3;

function pour(response: ServerResponse, bytes: number): void {
  const chunk = Buffer.alloc(64 * 1024, " ");
  let left = bytes;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length;
      if (!response.write(chunk)) return void response.once("drain", more);
    }
    if (!response.destroyed) response.end();
  };
  more();
}

const squeezed = gzipSync(Buffer.alloc(64 * 1024 * 1024, " "), { level: 9 });

/** What a registry, a proxy before it or somebody who sits there instead might send. None of it is an answer. */
export const awkward: Record<string, Awkward> = {
  "a gigabyte that is announced": (_, response) => {
    response.writeHead(200, { ...JSON_TYPE, "content-length": GIGABYTE });
    pour(response, GIGABYTE);
  },
  "a gigabyte that isn't": (_, response) => {
    response.writeHead(200, JSON_TYPE);
    pour(response, GIGABYTE);
  },
  "64 megabytes squeezed into 64 kilobytes": (_, response) =>
    response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" }).end(squeezed),
  "a byte a second": (_, response) => {
    response.writeHead(200, JSON_TYPE);
    const timer = setInterval(() => response.write(" "), 1_000);
    response.on("close", () => clearInterval(timer));
  },
  "nothing at all": () => {},
  "headers without end": (request) => {
    request.socket.write("HTTP/1.1 200 OK\r\n");
    const timer = setInterval(() => request.socket.write(`x-more: ${"x".repeat(1000)}\r\n`), 5);
    request.socket.on("close", () => clearInterval(timer));
    request.socket.on("error", () => clearInterval(timer));
  },
  "half an answer": (request, response) => {
    response.writeHead(200, { ...JSON_TYPE, "content-length": 100 });
    response.write("{");
    setTimeout(() => request.socket.destroy(), 20);
  },
  "a web page": (_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<p>Come back later.</p>"),
  "a web page that says it is JSON": (_, response) => response.writeHead(200, JSON_TYPE).end("<p>Come back later.</p>"),
  "a web page that says it is XML": (_, response) =>
    response.writeHead(200, { "content-type": "text/xml" }).end("<html><body>Come back later.</body></html>"),
  "JSON cut off": (_, response) => response.writeHead(200, JSON_TYPE).end('{"message":{"DOI":"10.5555/wellci'),
  "brackets within brackets": (_, response) =>
    response.writeHead(200, JSON_TYPE).end(`${"[".repeat(200_000)}${"]".repeat(200_000)}`),
  "elements within elements": (_, response) =>
    response.writeHead(200, { "content-type": "text/xml" }).end(`${"<a>".repeat(200_000)}${"</a>".repeat(200_000)}`),
  "entities that grow": (_, response) =>
    response
      .writeHead(200, { "content-type": "text/xml" })
      .end(`<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><PubmedArticleSet>&c;</PubmedArticleSet>`),
  "bytes that are no text": (_, response) => response.writeHead(200, JSON_TYPE).end(Buffer.alloc(2_000, 0xff)),
  null: (_, response) => response.writeHead(200, JSON_TYPE).end("null"),
  "a list": (_, response) => response.writeHead(200, JSON_TYPE).end("[]"),
  "an empty object": (_, response) => response.writeHead(200, JSON_TYPE).end("{}"),
  "no body": (_, response) => response.writeHead(200, JSON_TYPE).end(),
  "204": (_, response) => response.writeHead(204).end(),
  "a teapot": (_, response) => response.writeHead(418, JSON_TYPE).end("{}"),
  "a redirect to itself": (request, response) => response.writeHead(302, { location: request.url }).end(),
  "a redirect to another host": (_, response) => response.writeHead(302, { location: "http://localhost:9/" }).end(),
  "a redirect to nowhere": (_, response) => response.writeHead(302, { location: "http://[::" }).end(),
  "429 with a wait that is no time": (_, response) => response.writeHead(429, { "retry-after": "soon" }).end(),
};
