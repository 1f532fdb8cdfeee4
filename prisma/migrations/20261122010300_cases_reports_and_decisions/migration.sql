-- CreateTable
CREATE TABLE "CategoryModerator" (
    "categoryId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CategoryModerator_pkey" PRIMARY KEY ("categoryId","memberId")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "targetId" INTEGER NOT NULL,
    "categoryId" INTEGER,
    "subjectId" INTEGER NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT true,
    "urgency" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" SERIAL NOT NULL,
    "caseId" INTEGER NOT NULL,
    "reporterId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "snapshot" TEXT NOT NULL,
    "snapshotVersion" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decisionId" INTEGER,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" SERIAL NOT NULL,
    "caseId" INTEGER NOT NULL,
    "caseVersion" INTEGER NOT NULL,
    "moderatorId" INTEGER NOT NULL,
    "deed" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "rulesVersion" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3),
    "stateBefore" TEXT,
    "logEntryId" BIGINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionNotice" (
    "id" SERIAL NOT NULL,
    "memberId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "decisionId" INTEGER NOT NULL,
    "reportId" INTEGER,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DecisionNotice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CategoryModerator_memberId_idx" ON "CategoryModerator"("memberId");

-- CreateIndex
CREATE INDEX "Case_open_urgency_openedAt_idx" ON "Case"("open", "urgency", "openedAt");

-- CreateIndex
CREATE INDEX "Case_subjectId_idx" ON "Case"("subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Case_kind_targetId_key" ON "Case"("kind", "targetId");

-- CreateIndex
CREATE INDEX "Report_caseId_idx" ON "Report"("caseId");

-- CreateIndex
CREATE INDEX "Report_reporterId_createdAt_idx" ON "Report"("reporterId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_logEntryId_key" ON "Decision"("logEntryId");

-- CreateIndex
CREATE INDEX "Decision_createdAt_idx" ON "Decision"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_caseId_caseVersion_key" ON "Decision"("caseId", "caseVersion");

-- CreateIndex
CREATE UNIQUE INDEX "DecisionNotice_reportId_key" ON "DecisionNotice"("reportId");

-- CreateIndex
CREATE INDEX "DecisionNotice_memberId_createdAt_idx" ON "DecisionNotice"("memberId", "createdAt");

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language has no words for.

-- References into other modules' tables.
ALTER TABLE "CategoryModerator"
  ADD CONSTRAINT "moderates_a_category" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE CASCADE,
  ADD CONSTRAINT "moderator_is_a_member" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE;
ALTER TABLE "Case"
  ADD CONSTRAINT "case_is_about_a_member" FOREIGN KEY ("subjectId") REFERENCES "Member"("id"),
  ADD CONSTRAINT "known_case" CHECK (kind IN ('post', 'thread', 'member')),
  ADD CONSTRAINT "known_urgency" CHECK (urgency BETWEEN 1 AND 6),
  ADD CONSTRAINT "case_versions_from_one" CHECK (version >= 1),
  ADD CONSTRAINT "a_closed_case_was_decided" CHECK (open OR "decidedAt" IS NOT NULL);
ALTER TABLE "Report"
  ADD CONSTRAINT "reporter_is_a_member" FOREIGN KEY ("reporterId") REFERENCES "Member"("id"),
  ADD CONSTRAINT "known_report" CHECK (reason IN ('worried', 'danger', 'personal', 'promotion', 'unkind', 'other'));
ALTER TABLE "Decision"
  ADD CONSTRAINT "decided_by_a_member" FOREIGN KEY ("moderatorId") REFERENCES "Member"("id"),
  ADD CONSTRAINT "every_decision_is_in_the_log" FOREIGN KEY ("logEntryId") REFERENCES "LogEntry"("id"),
  ADD CONSTRAINT "known_deed" CHECK (deed IN ('nothing', 'hide', 'restore', 'remove', 'lock', 'unlock', 'warn', 'silence', 'suspend', 'lift')),
  ADD CONSTRAINT "every_decision_has_a_reason" CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT "a_restriction_names_its_rule" CHECK (rule <> '' OR deed IN ('nothing', 'restore', 'unlock', 'lift')),
  ADD CONSTRAINT "a_silence_ends" CHECK (deed <> 'silence' OR until IS NOT NULL);
ALTER TABLE "DecisionNotice"
  ADD CONSTRAINT "notice_is_for_a_member" FOREIGN KEY ("memberId") REFERENCES "Member"("id"),
  ADD CONSTRAINT "notice_is_of_a_decision" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id"),
  ADD CONSTRAINT "notice_is_of_a_report" FOREIGN KEY ("reportId") REFERENCES "Report"("id"),
  ADD CONSTRAINT "known_decision_notice" CHECK ((kind = 'decision' AND "reportId" IS NULL) OR (kind = 'outcome' AND "reportId" IS NOT NULL));

-- Someone who presses twice, or writes a second report before the first is answered, has one report.
CREATE UNIQUE INDEX "one_open_report_per_reporter_and_case" ON "Report" ("caseId", "reporterId") WHERE "decisionId" IS NULL;
-- Whom a decision is about hears of it once.
CREATE UNIQUE INDEX "one_notice_of_a_decision" ON "DecisionNotice" ("decisionId") WHERE kind = 'decision';

-- A decision stays as it was made; another one joins it.
CREATE FUNCTION "decisions_stay"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A decision stays as it was made; let another join it.' USING ERRCODE = 'integrity_constraint_violation';
END;
$$;
CREATE TRIGGER "decisions_stay" BEFORE UPDATE OR DELETE ON "Decision"
  FOR EACH ROW EXECUTE FUNCTION "decisions_stay"();
