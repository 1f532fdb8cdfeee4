// npm start [-- --live] [-- --public-demo] [-- --port 3001] and npm run dev
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The forum needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const { pathToFileURL } = await import("node:url");
const { makeReady } = await import("./ready.mjs");
const { stopChildren } = await import("./steps.mjs");

// Until the forum itself listens for them: a start that is broken off leaves nothing running.
const breakOff = () => {
  stopChildren();
  process.exit(130);
};
process.on("SIGINT", breakOff).on("SIGTERM", breakOff);

try {
  await makeReady((line) => console.log(line));
} catch (error) {
  console.error(error.name === "StartProblem" ? error.message : error);
  process.exit(1);
}

const { bundleIfStale } = await import("./bundle.mjs");
process.off("SIGINT", breakOff).off("SIGTERM", breakOff);
const development = process.argv.includes("--dev");
process.env.NODE_ENV = development ? "development" : "production";
const { start } = await import(development ? await inTypeScript() : pathToFileURL(await bundleIfStale()).href);
await start(process.argv.slice(2));

async function inTypeScript() {
  await import("tsx");
  return "./start.ts";
}
