// npm start [-- --live] [-- --public-demo] [-- --port 3001] and npm run dev
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The forum needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

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

process.off("SIGINT", breakOff).off("SIGTERM", breakOff);
process.env.NODE_ENV = process.argv.includes("--dev") ? "development" : "production";
await import("tsx");
const { start } = await import("./start.ts");
await start(process.argv.slice(2));
