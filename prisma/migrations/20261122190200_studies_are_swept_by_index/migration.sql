-- Cards of an older form; each leaves the range when it is made again.
CREATE INDEX "Study_cardVersion_id_idx" ON "Study"("cardVersion", "id");
-- Look-ups that may have been lost.
CREATE INDEX "Study_askingUntil_idx" ON "Study"("askingUntil") WHERE "askingUntil" IS NOT NULL;
-- Until when abstracts may be kept, so that no record has to be opened for it.
CREATE INDEX "StudyRecord_keepUntil_idx" ON "StudyRecord" ((("fields" -> 'abstract' ->> 'keepUntil') COLLATE "C"))
  WHERE ("fields" -> 'abstract' ->> 'keepUntil') COLLATE "C" IS NOT NULL;

-- Whether a reference is given by a post is asked a day after somebody named it or took it out of theirs, not hourly of all.
ALTER TABLE "StudyReference" ADD COLUMN "dropAfter" TIMESTAMPTZ(3);
UPDATE "StudyReference" r SET "dropAfter" = r."createdAt" + interval '1 day'
  WHERE NOT EXISTS (SELECT 1 FROM "Citation" c WHERE c."kind" = 'reference' AND c."value" = r."value");
CREATE INDEX "StudyReference_dropAfter_idx" ON "StudyReference"("dropAfter") WHERE "dropAfter" IS NOT NULL;
