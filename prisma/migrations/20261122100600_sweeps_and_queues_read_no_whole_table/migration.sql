-- Accounts that were never confirmed, for the hourly sweep.
CREATE INDEX "Member_unconfirmed_idx" ON "Member"("joinedAt") WHERE "emailVerifiedAt" IS NULL AND "closedAt" IS NULL;
-- Moderators and administrators, a handful among all members.
CREATE INDEX "Member_staff_idx" ON "Member"("id") WHERE "role" <> 'member';
-- What was read long ago, for the nightly sweep.
CREATE INDEX "Notice_read_idx" ON "Notice"("readAt") WHERE "readAt" IS NOT NULL;
-- What was decided lately, on every page of the moderators' queue.
CREATE INDEX "Case_decided_idx" ON "Case"("decidedAt", "id") WHERE NOT "open" AND "decidedAt" IS NOT NULL;
-- Whose reading places and settings go when they leave.
CREATE INDEX "Member_closed_idx" ON "Member"("closedAt") WHERE "closedAt" IS NOT NULL;
