-- AlterTable
ALTER TABLE "Study" ADD COLUMN     "dropAfter" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "StudyReference" (
    "value" TEXT NOT NULL,
    "studyId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checkAfter" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "askingUntil" TIMESTAMPTZ(3),

    CONSTRAINT "StudyReference_pkey" PRIMARY KEY ("value")
);

-- CreateIndex
CREATE INDEX "StudyReference_studyId_idx" ON "StudyReference"("studyId");

-- AddForeignKey
ALTER TABLE "StudyReference" ADD CONSTRAINT "StudyReference_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The fields of a reference, folded to small letters without accents.
ALTER TABLE "StudyReference"
  ADD CONSTRAINT "known_reference" CHECK (value ~ '^[^|]+\|(19|20)[0-9]{2}\|[0-9a-z]+\|[0-9a-z]+\|[^|]+$'),
  ADD CONSTRAINT "reference_counts_nothing_below_zero" CHECK (attempts >= 0);

ALTER TABLE "Citation"
  DROP CONSTRAINT "known_citation",
  ADD CONSTRAINT "known_citation" CHECK (kind IN ('doi', 'pmid', 'pmcid', 'nct', 'reference'));

-- A match leads every post that gave the reference to its study.
CREATE INDEX "Citation_reference_idx" ON "Citation"("value") WHERE kind = 'reference';
CREATE INDEX "Study_dropAfter_idx" ON "Study"("dropAfter") WHERE "dropAfter" IS NOT NULL;
CREATE INDEX "StudyReference_checkAfter_idx" ON "StudyReference"("checkAfter") WHERE "studyId" IS NULL;
