-- Since when a post cites a study: an edit may have added it.
ALTER TABLE "Citation" ADD COLUMN "citedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "Citation" c SET "citedAt" = CASE WHEN p."version" = 1 THEN p."createdAt" ELSE coalesce(
    (SELECT min(r."createdAt") FROM "Revision" r WHERE r."postNumber" = p."number" AND position(c."value" IN lower(r."source")) > 0),
    p."editedAt", p."createdAt") END
  FROM "Post" p WHERE p."number" = c."postNumber";
CREATE INDEX "Citation_studyId_citedAt_idx" ON "Citation"("studyId", "citedAt");

-- Whose line it is, where two studies turned out to be one: the names that the one went by.
ALTER TABLE "StudyChange" ADD COLUMN "names" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "StudyChange" ADD COLUMN "amendmentId" INTEGER;
ALTER TABLE "StudyChange" DROP CONSTRAINT "StudyChange_what_check";
ALTER TABLE "StudyChange" ADD CONSTRAINT "StudyChange_what_check"
  CHECK ("what" IN ('found', 'title', 'corrected', 'concern', 'retracted', 'cleared', 'published', 'joined', 'noted', 'put-right', 'put-aside'));
ALTER TABLE "StudyChange" ADD CONSTRAINT "StudyChange_amendment_check"
  CHECK (("amendmentId" IS NOT NULL) = ("what" IN ('noted', 'put-right', 'put-aside')));
ALTER TABLE "StudyChange" ADD CONSTRAINT "StudyChange_amendmentId_fkey" FOREIGN KEY ("amendmentId") REFERENCES "Amendment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "StudyChange_amendmentId_key" ON "StudyChange"("amendmentId");

-- What stands on cards now gets its line.
INSERT INTO "StudyChange" ("studyId", "at", "what", "after", "amendmentId")
  SELECT "studyId", "createdAt", CASE "kind" WHEN 'note' THEN 'noted' WHEN 'correction' THEN 'put-right' ELSE 'put-aside' END, "field", "id"
  FROM "Amendment" WHERE "endedAt" IS NULL ORDER BY "id";
