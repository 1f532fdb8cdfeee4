-- DropIndex
DROP INDEX "Citation_studyId_idx";

-- CreateIndex
CREATE INDEX "Citation_studyId_postNumber_idx" ON "Citation"("studyId", "postNumber");
