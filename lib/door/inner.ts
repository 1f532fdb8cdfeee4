import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type RequestAtHand, underWay, withRequest } from "@/lib/platform/request";

export type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer };
type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/**
 * Next behind the door: a server on the loopback that answers only requests the door has announced. Going over HTTP
 * lets the door read an answer whole (to take scripts out, to set its status) and send a form's body again after a fault.
 */
export class InnerServer {
  #server: http.Server;
  #agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
  #port = 0;

  /**
   * `patience`: how long an answer may take, in milliseconds. Whatever an answer waits for gives up before: most within
   * seconds, new readers for a large category within ten minutes.
   */
  constructor(
    handler: () => Handler,
    private readonly patience = 660_000,
  ) {
    this.#server = http.createServer((req, res) => {
      const request = underWay.get(String(req.headers["x-wellcited-request"]));
      if (!request) {
        res.writeHead(403).end();
        return;
      }
      withRequest(request, () => void handler()(req, res).catch(() => res.destroy()));
    });
    this.#server.keepAliveTimeout = 60_000;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve, reject) => this.#server.once("error", reject).listen(0, "127.0.0.1", resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Sends one request through Next and reads the answer whole. */
  async ask(
    request: RequestAtHand,
    message: { method: string; path: string; headers: http.OutgoingHttpHeaders; body: Buffer | null },
  ): Promise<Answer> {
    underWay.set(request.id, request);
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const outgoing = http.request(
          {
            host: "127.0.0.1",
            port: this.#port,
            agent: this.#agent,
            method: message.method,
            path: message.path,
            headers: message.headers,
          },
          (incoming) => {
            const chunks: Buffer[] = [];
            incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
            incoming.on("end", () =>
              resolve({ status: incoming.statusCode ?? 500, headers: incoming.headers, body: Buffer.concat(chunks) }),
            );
            incoming.on("error", reject);
            incoming.on("aborted", () => reject(new Error("the answer broke off")));
          },
        );
        outgoing.setTimeout(this.patience, () => outgoing.destroy(new Error("there was no answer")));
        outgoing.on("error", reject);
        outgoing.end(message.body ?? undefined);
      });
    } finally {
      underWay.delete(request.id);
    }
  }
}
