CREATE TABLE "SearchRow" (
    "postNumber" INTEGER NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "SearchRow_pkey" PRIMARY KEY ("postNumber")
);

ALTER TABLE "SearchRow" ADD CONSTRAINT "SearchRow_postNumber_fkey" FOREIGN KEY ("postNumber") REFERENCES "Post"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- English folds "bleeding" into "bleed", and words of other languages into something that their query becomes too; but it
-- drops "will", "don" and the like. Plain keeps those, so that someone's name is found. Where the server has unaccent,
-- "Müller" and "Muller" are one.
CREATE TEXT SEARCH CONFIGURATION "forum_english" (COPY = pg_catalog.english);
CREATE TEXT SEARCH CONFIGURATION "forum_plain" (COPY = pg_catalog.simple);
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS unaccent;
EXCEPTION WHEN OTHERS THEN
  RAISE NOTICE 'Search tells accents apart: %', SQLERRM;
END;
$$;
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_ts_dict WHERE dictname = 'unaccent' AND pg_ts_dict_is_visible(oid)) THEN
    ALTER TEXT SEARCH CONFIGURATION "forum_english" ALTER MAPPING FOR word, hword, hword_part WITH unaccent, english_stem;
    ALTER TEXT SEARCH CONFIGURATION "forum_plain" ALTER MAPPING FOR word, hword, hword_part WITH unaccent, simple;
  END IF;
END;
$$;

-- A post's own words, out of its stored HTML. What it quotes is another post's text and would outlive that post here.
-- "<" in a text is always "&lt;" there, so a tag is a tag; it comes out as U+0003, for the search parser takes "<" for one.
CREATE FUNCTION "own_words"(html text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  pieces text[];
  kept text := '';
  depth int := 0;
  quoted_at int;
BEGIN
  pieces := string_to_array(replace(html, '</blockquote>', '<blockquote/>'), '<blockquote');
  kept := coalesce(pieces[1], '');
  FOR i IN 2 .. coalesce(array_length(pieces, 1), 0) LOOP
    IF starts_with(pieces[i], '/>') THEN
      IF depth = quoted_at THEN quoted_at := NULL; END IF;
      depth := depth - 1;
    ELSE
      depth := depth + 1;
      IF quoted_at IS NULL AND split_part(pieces[i], '>', 1) LIKE '%data-post=%' THEN quoted_at := depth; END IF;
    END IF;
    IF quoted_at IS NULL THEN kept := kept || ' ' || substr(pieces[i], strpos(pieces[i], '>') + 1); END IF;
  END LOOP;
  kept := regexp_replace(kept, '</?(a|em|strong|s|code)( [^>]*)?>', '', 'g');
  kept := regexp_replace(kept, '<[^>]*>', ' ', 'g');
  -- The signs that search itself puts into excerpts are in no text.
  kept := translate(kept, E'\u0001\u0002\u0003', '');
  kept := replace(replace(replace(replace(kept, '&lt;', E'\u0003'), '&gt;', '>'), '&quot;', '"'), '&#39;', '''');
  RETURN replace(kept, '&amp;', '&');
END;
$$;

-- English words carry their places, for phrases and rank; beside them stand the plain words that English drops.
CREATE FUNCTION "search_words"(title text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('forum_english', title), 'A') || to_tsvector('forum_english', body) || strip(ts_delete(
    plain, ARRAY(SELECT word FROM unnest(tsvector_to_array(plain)) word WHERE ts_lexize('english_stem', word) <> '{}')
  ))
  FROM to_tsvector('forum_plain', title || ' ' || body) plain
$$;

-- One rule for what has a row, for the triggers below and for the first filling at the end. NULL: it has none.
CREATE FUNCTION "searched_words"(title text, thread_state "State", body text, post_state "State", place int) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN thread_state = 'visible' AND (post_state = 'visible' OR place = 1) THEN "search_words"(
      CASE WHEN place = 1 THEN translate(title, '<', E'\u0003') ELSE '' END,
      CASE WHEN post_state = 'visible' THEN "own_words"(body) ELSE '' END
    )
  END
$$;

CREATE FUNCTION "keep_search_row_of_post"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found tsvector;
BEGIN
  SELECT "searched_words"(t."title", t."state", NEW."html", NEW."state", NEW."position") INTO found
    FROM "Thread" t WHERE t."id" = NEW."threadId";
  IF found IS NULL THEN
    DELETE FROM "SearchRow" WHERE "postNumber" = NEW."number";
  ELSE
    INSERT INTO "SearchRow" ("postNumber", "words") VALUES (NEW."number", found)
      ON CONFLICT ("postNumber") DO UPDATE SET "words" = excluded."words";
  END IF;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "a_new_post_is_found" AFTER INSERT ON "Post"
  FOR EACH ROW EXECUTE FUNCTION "keep_search_row_of_post"();
CREATE TRIGGER "a_changed_post_is_found_as_it_is" AFTER UPDATE OF "html", "state", "threadId", "position" ON "Post"
  FOR EACH ROW
  WHEN (OLD."html" IS DISTINCT FROM NEW."html" OR OLD."state" <> NEW."state" OR OLD."threadId" <> NEW."threadId" OR OLD."position" <> NEW."position")
  EXECUTE FUNCTION "keep_search_row_of_post"();

CREATE FUNCTION "keep_search_rows_of_thread"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."state" <> 'visible' THEN
    DELETE FROM "SearchRow" s USING "Post" p WHERE p."threadId" = NEW."id" AND s."postNumber" = p."number";
  ELSE
    INSERT INTO "SearchRow" ("postNumber", "words")
      SELECT p."number", "searched_words"(NEW."title", NEW."state", p."html", p."state", p."position")
      FROM "Post" p
      WHERE p."threadId" = NEW."id" AND (p."state" = 'visible' OR p."position" = 1) AND (OLD."state" <> 'visible' OR p."position" = 1)
      ON CONFLICT ("postNumber") DO UPDATE SET "words" = excluded."words";
  END IF;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "a_changed_thread_is_found_as_it_is" AFTER UPDATE OF "title", "state" ON "Thread"
  FOR EACH ROW WHEN (OLD."title" <> NEW."title" OR OLD."state" <> NEW."state")
  EXECUTE FUNCTION "keep_search_rows_of_thread"();

INSERT INTO "SearchRow" ("postNumber", "words")
  SELECT "number", "words" FROM (
    SELECT p."number", "searched_words"(t."title", t."state", p."html", p."state", p."position") AS "words"
    FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" ORDER BY p."number"
  ) every WHERE "words" IS NOT NULL;

-- After the rows, which is quicker; and with a short list of what is not sorted in yet, which each search has to read.
CREATE INDEX "SearchRow_words_idx" ON "SearchRow" USING GIN ("words") WITH (gin_pending_list_limit = 256);
