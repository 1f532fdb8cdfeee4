-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "unsubscribe" TEXT;

-- CreateTable
CREATE TABLE "Notice" (
    "id" SERIAL NOT NULL,
    "memberId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "threadId" INTEGER,
    "postNumber" INTEGER,
    "position" INTEGER,
    "decisionId" INTEGER,
    "reportId" INTEGER,
    "text" TEXT NOT NULL DEFAULT '',
    "onSite" BOOLEAN NOT NULL DEFAULT true,
    "mailDueAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReadingPlace" (
    "memberId" INTEGER NOT NULL,
    "threadId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "follows" BOOLEAN,

    CONSTRAINT "ReadingPlace_pkey" PRIMARY KEY ("memberId","threadId")
);

-- CreateTable
CREATE TABLE "CategoryRead" (
    "memberId" INTEGER NOT NULL,
    "categoryId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CategoryRead_pkey" PRIMARY KEY ("memberId","categoryId")
);

-- CreateTable
CREATE TABLE "NoticeSettings" (
    "memberId" INTEGER NOT NULL,
    "onSite" TEXT[] DEFAULT ARRAY['reply', 'quote', 'mention', 'thanks']::TEXT[],
    "byMail" TEXT[] DEFAULT ARRAY['reply', 'quote', 'mention', 'decision', 'outcome']::TEXT[],
    "followsOwnPosts" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "NoticeSettings_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "Mention" (
    "postNumber" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("postNumber","memberId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Notice_reportId_key" ON "Notice"("reportId");

-- CreateIndex
CREATE INDEX "Notice_memberId_id_idx" ON "Notice"("memberId", "id");

-- CreateIndex
CREATE INDEX "Mention_memberId_idx" ON "Mention"("memberId");

-- AddForeignKey
ALTER TABLE "ReadingPlace" ADD CONSTRAINT "ReadingPlace_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingPlace" ADD CONSTRAINT "ReadingPlace_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CategoryRead" ADD CONSTRAINT "CategoryRead_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CategoryRead" ADD CONSTRAINT "CategoryRead_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeSettings" ADD CONSTRAINT "NoticeSettings_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_postNumber_fkey" FOREIGN KEY ("postNumber") REFERENCES "Post"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What moderators told people so far moves into the one table.
INSERT INTO "Notice" ("memberId", "kind", "decisionId", "reportId", "text", "createdAt")
SELECT "memberId", "kind", "decisionId", "reportId", "text", "createdAt" FROM "DecisionNotice" ORDER BY "id";
DROP TABLE "DecisionNotice";

-- What the schema language has no words for.

ALTER TABLE "Notice"
  ADD CONSTRAINT "notice_is_of_a_decision" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id"),
  ADD CONSTRAINT "notice_is_of_a_report" FOREIGN KEY ("reportId") REFERENCES "Report"("id"),
  ADD CONSTRAINT "known_notice" CHECK (CASE
    WHEN kind IN ('reply', 'quote', 'mention', 'thanks')
      THEN "threadId" IS NOT NULL AND "postNumber" IS NOT NULL AND "position" IS NOT NULL AND "decisionId" IS NULL AND "reportId" IS NULL
    WHEN kind = 'decision' THEN "decisionId" IS NOT NULL AND "reportId" IS NULL AND "postNumber" IS NULL AND "onSite"
    WHEN kind = 'outcome' THEN "decisionId" IS NOT NULL AND "reportId" IS NOT NULL AND "postNumber" IS NULL AND "onSite"
    ELSE FALSE END);
ALTER TABLE "NoticeSettings"
  ADD CONSTRAINT "kinds_on_site" CHECK ("onSite" <@ ARRAY['reply', 'quote', 'mention', 'thanks']),
  ADD CONSTRAINT "kinds_by_mail" CHECK ("byMail" <@ ARRAY['reply', 'quote', 'mention', 'thanks', 'decision', 'outcome']);
ALTER TABLE "ReadingPlace" ADD CONSTRAINT "read_from_the_start" CHECK ("position" >= 0);

-- Nobody is told twice of the same thing: of a post's call by quote or by name once, of replies in a thread and thanks
-- for a post not again before the last notice was read, of a decision once.
CREATE UNIQUE INDEX "one_call_per_member_and_post" ON "Notice" ("memberId", "postNumber") WHERE kind IN ('quote', 'mention');
CREATE UNIQUE INDEX "one_waiting_notice_of_replies_per_thread" ON "Notice" ("memberId", "threadId") WHERE kind = 'reply' AND "readAt" IS NULL;
CREATE UNIQUE INDEX "one_waiting_notice_of_thanks_per_post" ON "Notice" ("memberId", "postNumber") WHERE kind = 'thanks' AND "readAt" IS NULL;
CREATE UNIQUE INDEX "one_notice_of_a_decision" ON "Notice" ("decisionId") WHERE kind = 'decision';

-- The few rows that every page of a member asks for, and those that wait for their mail.
CREATE INDEX "notices_that_wait" ON "Notice" ("memberId", "id") WHERE "readAt" IS NULL;
CREATE INDEX "notices_to_mail" ON "Notice" ("mailDueAt") WHERE "mailDueAt" IS NOT NULL;
CREATE INDEX "followers" ON "ReadingPlace" ("threadId", "memberId") WHERE "follows";
