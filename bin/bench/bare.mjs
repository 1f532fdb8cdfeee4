// The limit of this machine: one fixed answer from node:http. Reads {status, headers, body} as JSON from standard input.
import http from "node:http";

let input = "";
for await (const chunk of process.stdin) input += chunk;
const { headers, body } = JSON.parse(input);
const bytes = Buffer.from(body, "base64");
const server = http.createServer((_, res) => res.writeHead(200, headers).end(bytes));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
