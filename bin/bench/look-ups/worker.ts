import { pool, prisma } from "@/lib/platform/db";
import { closeQueue, runJobs } from "@/lib/platform/queue";
import { studyJobs } from "@/lib/studies/jobs";
import { LOOK_UP_JOB } from "@/lib/studies/writes";

// One process that looks studies up, as the forum does beside its pages. DATABASE_URL and the registries' addresses are in
// its environment; it works until SIGTERM.

await runJobs(studyJobs.filter(({ kind }) => kind === LOOK_UP_JOB));
console.log("ready");

process.once("SIGTERM", async () => {
  await closeQueue();
  await prisma.$disconnect();
  await pool.end();
});
