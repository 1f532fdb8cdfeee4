-- CreateEnum
CREATE TYPE "Writers" AS ENUM ('members', 'moderators');

-- AlterTable
ALTER TABLE "Category" ADD COLUMN     "audienceSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "whoReplies" "Writers" NOT NULL DEFAULT 'members',
ADD COLUMN     "whoStarts" "Writers" NOT NULL DEFAULT 'members';

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "stoppedAt" TIMESTAMPTZ(3);

-- What the schema language has no words for.

-- Two categories of one name could not be told apart in a form.
CREATE UNIQUE INDEX "one_category_of_a_name" ON "Category" (lower("name"));

ALTER TABLE "Document"
  DROP CONSTRAINT "known_document",
  ADD CONSTRAINT "known_document"
    CHECK (kind IN ('rules', 'privacy', 'health', 'help', 'card-help', 'banner', 'announcement') AND version >= 1);

ALTER TABLE "Mail"
  ADD CONSTRAINT "a_sent_mail_is_not_stopped" CHECK ("sentAt" IS NULL OR "stoppedAt" IS NULL);
-- What an administrator looks after: mails that were tried and did not go out.
CREATE INDEX "Mail_failed" ON "Mail" (id) WHERE "sentAt" IS NULL AND "attempts" > 0;
