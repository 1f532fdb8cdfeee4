-- Whether a thread cites a study already is asked with each reply that does. A post never changes its thread, so the
-- database puts it here itself, whoever writes the citation.
ALTER TABLE "Citation" ADD COLUMN "threadId" INTEGER NOT NULL DEFAULT 0;
UPDATE "Citation" c SET "threadId" = p."threadId" FROM "Post" p WHERE p."number" = c."postNumber";
CREATE INDEX "Citation_threadId_studyId_postNumber_idx" ON "Citation"("threadId", "studyId", "postNumber");

CREATE FUNCTION "name_thread_of_citation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."threadId" := (SELECT "threadId" FROM "Post" WHERE "number" = NEW."postNumber");
  RETURN NEW;
END $$;
CREATE TRIGGER "a_citation_knows_its_thread" BEFORE INSERT ON "Citation"
  FOR EACH ROW EXECUTE FUNCTION "name_thread_of_citation"();
