import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          setupFiles: "tests/support/random-texts.ts",
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "domain",
          include: ["tests/domain/**/*.test.{ts,tsx}"],
          globalSetup: "tests/support/cluster.ts",
          setupFiles: ["tests/support/database.ts", "tests/support/random-texts.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
