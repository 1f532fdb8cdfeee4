-- A word that isn't among the known ones counts as half as frequent as the rarest of them. With the usual hundred samples
-- that was twenty thousand posts of ten million, and PostgreSQL went through all posts, from the newest, for one that was there once.
ALTER TABLE "SearchRow" ALTER COLUMN "words" SET STATISTICS 500;
ANALYZE "SearchRow" ("words");
