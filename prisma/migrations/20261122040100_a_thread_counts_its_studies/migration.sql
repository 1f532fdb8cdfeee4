-- A list of threads says of each how many studies it cites; counting them there went through every post of a long thread.
ALTER TABLE "Thread" ADD COLUMN "studyCount" INTEGER NOT NULL DEFAULT 0;
UPDATE "Thread" t SET "studyCount" = cited.studies
FROM (
  SELECT p."threadId", count(DISTINCT c."studyId")::int AS studies
  FROM "Post" p JOIN "Citation" c ON c."postNumber" = p."number" WHERE p."state" = 'visible' GROUP BY 1
) cited WHERE cited."threadId" = t."id";

-- Of a category's threads, those that aren't visible: its counter knows the others.
CREATE INDEX "Thread_not_visible" ON "Thread" ("categoryId") WHERE state <> 'visible';
