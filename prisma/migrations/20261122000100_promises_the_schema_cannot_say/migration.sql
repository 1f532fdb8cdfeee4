-- What the schema language has no words for. The code keeps these promises too; here they hold when it fails to.

-- One forum in one database, and what it is.
ALTER TABLE "Forum"
  ADD CONSTRAINT "one_forum" CHECK (id = 1),
  ADD CONSTRAINT "demo_or_live" CHECK (mode IN ('demo', 'live'));

-- Whoever counts below nothing has counted wrongly.
ALTER TABLE "Member"
  ADD CONSTRAINT "member_counts_nothing_below_zero"
    CHECK ("postCount" >= 0 AND "thanksReceived" >= 0 AND "thanksGiven" >= 0),
  ADD CONSTRAINT "guests_see_a_part_of_a_members_counts" CHECK (
    "publicPostCount" BETWEEN 0 AND "postCount" AND
    "publicThanksReceived" BETWEEN 0 AND "thanksReceived" AND
    "publicThanksGiven" BETWEEN 0 AND "thanksGiven"
  ),
  ADD CONSTRAINT "only_good_standing_needs_no_reason"
    CHECK (standing = 'good' OR "standingReason" IS NOT NULL),
  ADD CONSTRAINT "closed_accounts_keep_no_key"
    CHECK ("closedAt" IS NULL OR (email IS NULL AND "passwordHash" IS NULL));
ALTER TABLE "Category"
  ADD CONSTRAINT "category_counts_nothing_below_zero" CHECK ("threadCount" >= 0 AND "postCount" >= 0),
  ADD CONSTRAINT "guests_see_a_part_of_a_categorys_counts" CHECK (
    "publicThreadCount" BETWEEN 0 AND "threadCount" AND "publicPostCount" BETWEEN 0 AND "postCount"
  );
ALTER TABLE "Thread"
  ADD CONSTRAINT "thread_counts_nothing_below_zero"
    CHECK ("postCount" >= 0 AND "viewCount" >= 0 AND "lastPosition" >= 0 AND "lastPostNumber" >= 0),
  ADD CONSTRAINT "no_more_posts_than_positions" CHECK ("postCount" <= "lastPosition");
ALTER TABLE "Post"
  ADD CONSTRAINT "post_counts_nothing_below_zero" CHECK ("thanksCount" >= 0),
  ADD CONSTRAINT "positions_and_versions_from_one" CHECK (position >= 1 AND version >= 1);
ALTER TABLE "Revision"
  ADD CONSTRAINT "a_struck_revision_has_no_text" CHECK ("struckAt" IS NULL OR (source = '' AND "struckById" IS NOT NULL));
ALTER TABLE "Quote"
  ADD CONSTRAINT "a_post_does_not_quote_itself" CHECK ("postNumber" <> "quotedNumber");

-- Words that code compares with.
ALTER TABLE "Ticket"
  ADD CONSTRAINT "known_ticket" CHECK (purpose IN ('verify', 'reset', 'change-email', 'undo-email'));
ALTER TABLE "Document"
  ADD CONSTRAINT "known_document" CHECK (kind IN ('rules', 'privacy', 'health') AND version >= 1);
ALTER TABLE "Consent"
  ADD CONSTRAINT "known_consent" CHECK (kind IN ('rules', 'privacy', 'health'));
ALTER TABLE "HealthFact"
  ADD CONSTRAINT "known_health_fact" CHECK (kind IN ('condition', 'diagnosed', 'status', 'treatments', 'counts')),
  ADD CONSTRAINT "counts_carry_only_their_audience" CHECK (kind <> 'counts' OR value = '');
ALTER TABLE "PlateletCount"
  ADD CONSTRAINT "a_possible_count" CHECK (value >= 0 AND value <= 5000),
  ADD CONSTRAINT "known_unit" CHECK (unit IN ('10^9/L', '10^3/uL'));

-- Studies and how they are named.
ALTER TABLE "Study"
  ADD CONSTRAINT "known_study_state" CHECK (state IN ('looking-up', 'found', 'partly-found', 'not-found', 'unreachable')),
  ADD CONSTRAINT "study_counts_nothing_below_zero" CHECK (attempts >= 0);
ALTER TABLE "StudyIdentifier"
  ADD CONSTRAINT "known_identifier" CHECK (
    (kind = 'doi' AND value = lower(value) AND value ~ '^10[./]') OR
    (kind = 'pmid' AND value ~ '^[1-9][0-9]{0,8}$') OR
    (kind = 'pmcid' AND value ~ '^PMC[1-9][0-9]*$') OR
    (kind = 'nct' AND value ~ '^NCT[0-9]{8}$')
  );
ALTER TABLE "StudyRecord"
  ADD CONSTRAINT "known_outcome" CHECK (outcome IN ('found', 'not-found', 'refused'));
ALTER TABLE "Citation"
  ADD CONSTRAINT "known_citation" CHECK (kind IN ('doi', 'pmid', 'pmcid', 'nct')),
  ADD CONSTRAINT "citations_count_from_one_or_zero" CHECK (position >= 0);

ALTER TABLE "Mail"
  ADD CONSTRAINT "mail_counts_nothing_below_zero" CHECK (attempts >= 0);

-- The log is written once and read ever after.
CREATE FUNCTION "log_entries_stay"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A log entry stays as it was written; let an explanation join it.' USING ERRCODE = 'integrity_constraint_violation';
END;
$$;
CREATE TRIGGER "log_entries_stay" BEFORE UPDATE OR DELETE ON "LogEntry"
  FOR EACH ROW EXECUTE FUNCTION "log_entries_stay"();

-- Mails still to be sent, oldest first, without walking those that were.
CREATE INDEX "Mail_waiting" ON "Mail" (id) WHERE "sentAt" IS NULL;
-- A session that ran out, for the job that sweeps them.
CREATE INDEX "Session_idleExpiresAt" ON "Session" ("idleExpiresAt");
