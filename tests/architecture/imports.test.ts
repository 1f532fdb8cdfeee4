import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

/** Mistakes planted in a tree like ours, each with the rule that must catch it. */
const PLANTED = [
  ["lib/posts/queries.ts", "@/app/page", "lib-stands-alone"],
  ["lib/posts/writes.ts", "next/headers", "lib-does-not-know-the-framework"],
  ["components/post.tsx", "@/lib/posts/queries", "components-take-props"],
  ["app/page.tsx", "@/lib/posts/writes", "pages-use-front-doors"],
  ["app/layout.tsx", "@/lib/platform/db", "pages-use-front-doors"],
  ["lib/thanks/commands.ts", "@/lib/posts/commands", "modules-use-front-doors"],
  ["lib/api/posts.ts", "@/lib/posts/writes", "api-uses-front-doors"],
  ["lib/policy/can.ts", "@/lib/posts/types", "policy-is-pure"],
  ["lib/platform/log.ts", "@/lib/posts/types", "platform-knows-no-domain"],
  ["components/thread.tsx", "../lib/platform/db", "one-way-to-the-database"],
  ["lib/posts/rules.ts", "../../tests/support/cast", "tests-stay-outside"],
  ["lib/mail/queries.ts", "@/lib/mail/writes", "no-cycles"],
] as const;

test("the import rules catch each planted mistake, in .tsx files too", async () => {
  const root = process.cwd();
  const tree = await mkdtemp(path.join(tmpdir(), "wellcited-imports-"));
  try {
    const targets = [
      "app/page.tsx",
      "lib/posts/commands.ts",
      "lib/posts/types.ts",
      "lib/platform/db.ts",
      "tests/support/cast.ts",
    ];
    for (const file of targets) await plant(tree, file, "");
    await plant(tree, "lib/mail/writes.ts", `import { x as y } from "@/lib/mail/queries";\nconsole.log(y);\n`);
    for (const [file, target] of PLANTED) await plant(tree, file, `import { x } from "${target}";\nconsole.log(x);\n`);
    await copyFile("tsconfig.json", path.join(tree, "tsconfig.json"));
    await symlink(path.join(root, "node_modules"), path.join(tree, "node_modules"));
    const caught = await cruise(tree, path.join(root, ".dependency-cruiser.cjs"));
    for (const [file, , rule] of PLANTED) expect(caught).toContain(`${rule} ${file}`);
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
});

async function plant(tree: string, file: string, text: string) {
  await mkdir(path.join(tree, path.dirname(file)), { recursive: true });
  const body = file.endsWith("x")
    ? `${text}export const Shown = () => <p>shown</p>;\n`
    : `${text}export const x = 1;\n`;
  await writeFile(path.join(tree, file), body);
}

async function cruise(cwd: string, config: string): Promise<string[]> {
  const script = path.join(process.cwd(), "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [script, "--config", config, "--output-type", "json", "app", "components", "lib", "tests"];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 1e8 }, (_failed, stdout) => resolve(stdout));
  });
  const { summary } = JSON.parse(output) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return summary.violations.map((violation) => `${violation.rule.name} ${violation.from}`);
}
