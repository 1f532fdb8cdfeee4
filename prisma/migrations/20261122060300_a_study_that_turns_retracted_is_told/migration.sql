-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "warnedStudies" JSONB;

-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "causes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ALTER COLUMN "subjectId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "studyEventId" INTEGER;

-- AlterTable
ALTER TABLE "NoticeSettings" ALTER COLUMN "onSite" SET DEFAULT ARRAY['reply', 'quote', 'mention', 'thanks', 'study']::TEXT[],
ALTER COLUMN "byMail" SET DEFAULT ARRAY['reply', 'quote', 'mention', 'study', 'decision', 'outcome']::TEXT[];

-- AlterTable
ALTER TABLE "Study" ADD COLUMN     "warning" JSONB;

-- CreateTable
CREATE TABLE "StudyEvent" (
    "id" SERIAL NOT NULL,
    "studyId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "said" JSONB NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StudyEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Amendment" (
    "id" SERIAL NOT NULL,
    "studyId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "moderatorId" INTEGER NOT NULL,
    "decisionId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Amendment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StudyEvent_studyId_idx" ON "StudyEvent"("studyId");

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_decisionId_key" ON "Amendment"("decisionId");

-- CreateIndex
CREATE INDEX "Amendment_studyId_idx" ON "Amendment"("studyId");

-- CreateIndex
CREATE INDEX "Amendment_moderatorId_idx" ON "Amendment"("moderatorId");

-- AddForeignKey
ALTER TABLE "StudyEvent" ADD CONSTRAINT "StudyEvent_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language has no words for.

ALTER TABLE "StudyEvent" ADD CONSTRAINT "known_event" CHECK (kind IN ('retracted', 'partly-retracted', 'concern'));
-- One state of a study at a time, so that its next turn finds what it ends.
CREATE UNIQUE INDEX "one_event_at_a_time" ON "StudyEvent" ("studyId") WHERE "endedAt" IS NULL;

ALTER TABLE "Amendment"
  ADD CONSTRAINT "amended_by_a_member" FOREIGN KEY ("moderatorId") REFERENCES "Member"("id"),
  ADD CONSTRAINT "every_amendment_was_decided" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id"),
  ADD CONSTRAINT "known_amendment" CHECK (CASE kind
    WHEN 'note' THEN field = 'note' AND btrim(value) <> ''
    WHEN 'correction' THEN field <> 'note' AND btrim(value) <> ''
    WHEN 'hidden' THEN field <> 'note' AND value = ''
    ELSE FALSE END),
  ADD CONSTRAINT "every_amendment_has_a_reason" CHECK (btrim(reason) <> '');
CREATE UNIQUE INDEX "one_amendment_of_a_field" ON "Amendment" ("studyId", "field") WHERE "endedAt" IS NULL;

ALTER TABLE "Case"
  DROP CONSTRAINT "known_case",
  ADD CONSTRAINT "known_case" CHECK (kind IN ('post', 'thread', 'member', 'study')),
  ADD CONSTRAINT "a_study_is_nobodys" CHECK ((kind = 'study') = ("subjectId" IS NULL)),
  ADD CONSTRAINT "known_causes" CHECK (causes <@ ARRAY['retracted', 'partly-retracted', 'concern', 'titles-disagree', 'cleared'] AND (kind = 'study' OR causes = '{}'));
ALTER TABLE "Report"
  DROP CONSTRAINT "known_report",
  ADD CONSTRAINT "known_report" CHECK (reason IN
    ('worried', 'danger', 'personal', 'promotion', 'unkind', 'other', 'outdated', 'misread', 'wrong-fact', 'wrong-study'));
ALTER TABLE "WaitingNotice"
  DROP CONSTRAINT "known_waiting_notice",
  ADD CONSTRAINT "known_waiting_notice" CHECK (reason IN ('worried', 'danger', 'personal', 'promotion', 'unkind', 'other', 'wrong-fact'));
ALTER TABLE "Decision"
  DROP CONSTRAINT "known_deed",
  ADD CONSTRAINT "known_deed" CHECK (deed IN
    ('nothing', 'approve', 'refuse', 'hide', 'restore', 'remove', 'lock', 'unlock', 'warn', 'silence', 'suspend', 'lift', 'note', 'correct', 'conceal', 'take-back')),
  DROP CONSTRAINT "a_restriction_names_its_rule",
  ADD CONSTRAINT "a_restriction_names_its_rule" CHECK (rule <> '' OR deed IN ('nothing', 'approve', 'restore', 'unlock', 'lift', 'note', 'correct', 'conceal', 'take-back'));

ALTER TABLE "Notice"
  ADD CONSTRAINT "notice_is_of_an_event" FOREIGN KEY ("studyEventId") REFERENCES "StudyEvent"("id") ON DELETE CASCADE,
  DROP CONSTRAINT "known_notice",
  ADD CONSTRAINT "known_notice" CHECK (CASE
    WHEN kind IN ('reply', 'quote', 'mention', 'thanks')
      THEN "threadId" IS NOT NULL AND "postNumber" IS NOT NULL AND "position" IS NOT NULL AND "decisionId" IS NULL AND "reportId" IS NULL AND "studyEventId" IS NULL
    WHEN kind = 'decision' THEN "decisionId" IS NOT NULL AND "reportId" IS NULL AND "postNumber" IS NULL AND "studyEventId" IS NULL AND "onSite"
    WHEN kind = 'outcome' THEN "decisionId" IS NOT NULL AND "reportId" IS NOT NULL AND "postNumber" IS NULL AND "studyEventId" IS NULL AND "onSite"
    WHEN kind = 'study' THEN "studyEventId" IS NOT NULL AND "decisionId" IS NULL AND "reportId" IS NULL AND "threadId" IS NULL AND "postNumber" IS NULL
    ELSE FALSE END);
-- However many threads of theirs cite it, and however often the telling is taken up again.
CREATE UNIQUE INDEX "one_notice_of_a_study_s_turn" ON "Notice" ("memberId", "studyEventId") WHERE kind = 'study';
-- Its event is deleted with its study.
CREATE INDEX "notices_of_an_event" ON "Notice" ("studyEventId") WHERE "studyEventId" IS NOT NULL;

ALTER TABLE "NoticeSettings"
  DROP CONSTRAINT "kinds_on_site",
  ADD CONSTRAINT "kinds_on_site" CHECK ("onSite" <@ ARRAY['reply', 'quote', 'mention', 'thanks', 'study']),
  DROP CONSTRAINT "kinds_by_mail",
  ADD CONSTRAINT "kinds_by_mail" CHECK ("byMail" <@ ARRAY['reply', 'quote', 'mention', 'thanks', 'study', 'decision', 'outcome']);
-- Whoever chose before there was this kind has said nothing about it; no mails at all stays none.
UPDATE "NoticeSettings" SET "onSite" = array_append("onSite", 'study'),
  "byMail" = CASE WHEN "byMail" = '{}' THEN "byMail" ELSE array_append("byMail", 'study') END;
