// npm run draft                     prints the whole schema as SQL
// npm run draft -- one_thank_per_person
//                                   writes a migration from the committed schema to the one in the work tree
//
// A draft is for reading and completing by hand; lib/platform/migrations.ts applies it. Prisma's own command
// would download its engine first, which a closed network refuses, so the engine's WebAssembly build is used.
import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const FOLDER = "prisma/schema";

/** SQL that leads from one set of schema files to another; `from` left out means an empty database. */
export async function draftSql(to, from) {
  const engine = await startEngine(to);
  const { stdout } = await engine.diff({
    from: from ? { tag: "schemaDatamodel", files: from } : { tag: "empty" },
    to: { tag: "schemaDatamodel", files: to },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout;
}

/** The schema as it is in the work tree. */
export async function readSchema(root = process.cwd()) {
  const names = (await readdir(path.join(root, FOLDER))).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: `${FOLDER}/${name}`,
      content: await readFile(path.join(root, FOLDER, name), "utf8"),
    })),
  );
}

function readCommittedSchema() {
  const git = (...args) => execFileSync("git", args, { encoding: "utf8" });
  const paths = git("ls-tree", "-r", "--name-only", "HEAD", FOLDER).trim().split("\n").filter(Boolean);
  return paths.map((file) => ({ path: file, content: git("show", `HEAD:${file}`) }));
}

// Node 20 does not import .wasm files, so the module is put together by hand.
async function startEngine(files) {
  const require = createRequire(import.meta.url);
  const glueFile = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = await import(pathToFileURL(glueFile).href);
  const bytes = await readFile(path.join(path.dirname(glueFile), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine.new({ datamodels: files.map((file) => [file.path, file.content]) }, () => {}, noDatabase);
}

// The engine asks which PostgreSQL it talks to before it compares two schemas; nothing else is sent.
const ok = (value) => ({ ok: true, value });
const refuse = async () => {
  throw new Error("A draft is made from schema files alone, without a database.");
};
const versionAnswer = {
  columnNames: ["exists", "version", "numeric_version"],
  columnTypes: [5, 7, 0], // boolean, text, 32-bit integer
  rows: [[true, "PostgreSQL 18.0", 180000]],
};
const noConnection = {
  provider: "postgres",
  adapterName: "none",
  queryRaw: async ({ sql }) => (sql.includes("version()") ? ok(versionAnswer) : refuse()),
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  getConnectionInfo: () => ok({ schemaName: "public", supportsRelationJoins: true }),
  dispose: async () => ok(),
};
const noDatabase = {
  provider: "postgres",
  adapterName: "none",
  connect: async () => ok(noConnection),
  connectToShadowDb: refuse,
};

async function main(name) {
  if (!name) return process.stdout.write(await draftSql(await readSchema()));
  if (!/^[a-z0-9_]+$/.test(name)) throw new Error("Name a migration as a sentence in snake_case.");
  const sql = await draftSql(await readSchema(), readCommittedSchema());
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = `prisma/migrations/${stamp}_${name}`;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), sql);
  console.log(`${folder}/migration.sql is drafted; read it and add the promises a schema can't say.`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv[2]);
