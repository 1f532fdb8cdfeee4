-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "trustedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "purgedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "appearedAt" TIMESTAMPTZ(3),
ADD COLUMN     "purgedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "heldFor" TEXT;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "answeredAt" TIMESTAMPTZ(3),
ADD COLUMN     "guestEmail" TEXT,
ALTER COLUMN "reporterId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "PostLink" (
    "postNumber" INTEGER NOT NULL,
    "host" TEXT NOT NULL,

    CONSTRAINT "PostLink_pkey" PRIMARY KEY ("postNumber","host")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" SERIAL NOT NULL,
    "decisionId" INTEGER NOT NULL,
    "caseId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answerId" INTEGER,

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WaitingNotice" (
    "id" SERIAL NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "email" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WaitingNotice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PostLink_host_idx" ON "PostLink"("host");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_decisionId_key" ON "Appeal"("decisionId");

-- CreateIndex
CREATE INDEX "Appeal_caseId_idx" ON "Appeal"("caseId");

-- CreateIndex
CREATE INDEX "Appeal_answerId_idx" ON "Appeal"("answerId");

-- CreateIndex
CREATE UNIQUE INDEX "WaitingNotice_tokenHash_key" ON "WaitingNotice"("tokenHash");

-- CreateIndex
CREATE INDEX "WaitingNotice_expiresAt_idx" ON "WaitingNotice"("expiresAt");

-- AddForeignKey
ALTER TABLE "PostLink" ADD CONSTRAINT "PostLink_postNumber_fkey" FOREIGN KEY ("postNumber") REFERENCES "Post"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language has no words for.

-- Everything that others can read, or once could, has appeared when it was written.
UPDATE "Post" SET "appearedAt" = "createdAt" WHERE "state" <> 'held';
INSERT INTO "PostLink" ("postNumber", "host")
  SELECT DISTINCT p."number", lower(link[1])
  FROM "Post" p, regexp_matches(p."html", '<a href="https?://([^/"?#]+)[^>]*>', 'g') link;

ALTER TABLE "Case"
  DROP CONSTRAINT "a_closed_case_was_decided",
  -- Closed undecided is a case whose held post was withdrawn by its author.
  ADD CONSTRAINT "a_closed_case_was_decided" CHECK (open OR "decidedAt" IS NOT NULL OR "heldFor" IS NOT NULL),
  ADD CONSTRAINT "known_hold" CHECK ("heldFor" IN ('first-posts', 'early-link'));

ALTER TABLE "Decision"
  DROP CONSTRAINT "known_deed",
  ADD CONSTRAINT "known_deed" CHECK (deed IN
    ('nothing', 'approve', 'refuse', 'hide', 'restore', 'remove', 'lock', 'unlock', 'warn', 'silence', 'suspend', 'lift')),
  DROP CONSTRAINT "a_restriction_names_its_rule",
  ADD CONSTRAINT "a_restriction_names_its_rule" CHECK (rule <> '' OR deed IN ('nothing', 'approve', 'restore', 'unlock', 'lift'));

-- A report is a member's or a guest's; only a guest leaves an address, and is answered by mail alone.
ALTER TABLE "Report"
  ADD CONSTRAINT "only_guests_leave_an_address" CHECK ("reporterId" IS NULL OR ("guestEmail" IS NULL AND "answeredAt" IS NULL)),
  ADD CONSTRAINT "only_a_decision_answers" CHECK ("answeredAt" IS NULL OR "decisionId" IS NOT NULL),
  ADD CONSTRAINT "an_address_stays_until_the_answer" CHECK ("reporterId" IS NOT NULL OR "guestEmail" IS NOT NULL OR "answeredAt" IS NOT NULL);
CREATE UNIQUE INDEX "one_open_notice_per_guest_and_case" ON "Report" ("caseId", "guestEmail") WHERE "decisionId" IS NULL AND "guestEmail" IS NOT NULL;

ALTER TABLE "Appeal" ADD CONSTRAINT "an_appeal_says_something" CHECK (btrim(text) <> '');
ALTER TABLE "WaitingNotice"
  ADD CONSTRAINT "known_waiting_notice" CHECK (reason IN ('worried', 'danger', 'personal', 'promotion', 'unkind', 'other'));

-- What is purged is gone.
ALTER TABLE "Post" ADD CONSTRAINT "a_purged_post_has_no_text" CHECK ("purgedAt" IS NULL OR (source = '' AND html = ''));
