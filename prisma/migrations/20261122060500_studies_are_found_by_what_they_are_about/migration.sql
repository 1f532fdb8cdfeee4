CREATE TABLE "StudyEntry" (
    "studyId" INTEGER NOT NULL,
    "listed" BOOLEAN NOT NULL DEFAULT true,
    "words" tsvector NOT NULL DEFAULT ''::tsvector,
    "year" INTEGER NOT NULL DEFAULT 0,
    "kinds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "subject" TEXT,
    "warning" TEXT,
    "free" BOOLEAN NOT NULL DEFAULT false,
    "conditions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "treatments" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "StudyEntry_pkey" PRIMARY KEY ("studyId"),
    CONSTRAINT "StudyEntry_subject_check" CHECK ("subject" IN ('people', 'animals', 'cells', 'papers')),
    CONSTRAINT "StudyEntry_warning_check" CHECK ("warning" IN ('retracted', 'concern', 'corrected'))
);

CREATE TABLE "StudyChange" (
    "id" SERIAL NOT NULL,
    "studyId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "what" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,

    CONSTRAINT "StudyChange_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "StudyChange_what_check" CHECK ("what" IN ('found', 'title', 'corrected', 'concern', 'retracted', 'cleared', 'published', 'joined'))
);

CREATE INDEX "StudyEntry_year_studyId_idx" ON "StudyEntry"("year" DESC, "studyId" DESC);
CREATE INDEX "StudyChange_studyId_id_idx" ON "StudyChange"("studyId", "id");

ALTER TABLE "StudyEntry" ADD CONSTRAINT "StudyEntry_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "StudyChange" ADD CONSTRAINT "StudyChange_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION "give_study_its_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "StudyEntry" ("studyId") VALUES (NEW."id");
  RETURN NULL;
END;
$$;
CREATE TRIGGER "a_new_study_has_its_entry" AFTER INSERT ON "Study"
  FOR EACH ROW EXECUTE FUNCTION "give_study_its_entry"();

-- What they are about is filled in when their cards are made again, at the next start.
INSERT INTO "StudyEntry" ("studyId", "listed") SELECT "id", "state" <> 'not-found' FROM "Study";

CREATE INDEX "StudyEntry_words_idx" ON "StudyEntry" USING GIN ("words");
CREATE INDEX "StudyEntry_conditions_idx" ON "StudyEntry" USING GIN ("conditions");
CREATE INDEX "StudyEntry_treatments_idx" ON "StudyEntry" USING GIN ("treatments");

-- The forum has known these studies since then; what changed about them before is not known.
INSERT INTO "StudyChange" ("studyId", "at", "what")
  SELECT s."id", coalesce((SELECT min(r."retrievedAt") FROM "StudyRecord" r WHERE r."studyId" = s."id" AND r."outcome" = 'found'), s."lookedUpAt", s."createdAt"), 'found'
  FROM "Study" s WHERE s."facts" IS NOT NULL;
