-- What the hourly and nightly sweeps look for. Most of what these tables hold has long to go.
CREATE INDEX "Mail_createdAt_idx" ON "Mail"("createdAt");
CREATE INDEX "OnceOnly_createdAt_idx" ON "OnceOnly"("createdAt");
CREATE INDEX "Session_absoluteExpiresAt_idx" ON "Session"("absoluteExpiresAt");
CREATE INDEX "Ticket_expiresAt_idx" ON "Ticket"("expiresAt");
CREATE INDEX "AccessToken_expiring_idx" ON "AccessToken"("expiresAt") WHERE "expiresAt" IS NOT NULL;
CREATE INDEX "AccessToken_revoked_idx" ON "AccessToken"("revokedAt") WHERE "revokedAt" IS NOT NULL;
-- Guests' addresses that are kept for a while after their answer.
CREATE INDEX "Report_answered_guests_idx" ON "Report"("answeredAt") WHERE "guestEmail" IS NOT NULL AND "answeredAt" IS NOT NULL;
-- Removed posts whose text is still there in case of an appeal.
CREATE INDEX "Post_removed_idx" ON "Post"("number") WHERE "state" = 'removed' AND "purgedAt" IS NULL;
-- What moderators said stays, and would be read again each night.
DROP INDEX "Notice_read_idx";
CREATE INDEX "Notice_read_idx" ON "Notice"("readAt") WHERE "readAt" IS NOT NULL AND "kind" NOT IN ('decision', 'outcome');

-- Whose mails go when they leave.
CREATE INDEX "Mail_of_member_idx" ON "Mail"("memberId") WHERE "memberId" IS NOT NULL;
-- The drafts of edits of a post, which go with its text.
CREATE INDEX "Draft_place_idx" ON "Draft"("place");
-- The database asks here for each account that it deletes.
CREATE INDEX "Decision_moderatorId_idx" ON "Decision"("moderatorId");
