-- Until its owner follows the link in a mail, an address is only a claim: it takes nothing from whoever has it.
ALTER TABLE "Member" ADD COLUMN "unverifiedEmail" TEXT;

CREATE INDEX "Member_unverifiedEmail_idx" ON "Member"("unverifiedEmail");

ALTER TABLE "Member"
  ADD CONSTRAINT "closed_accounts_claim_no_address" CHECK ("closedAt" IS NULL OR "unverifiedEmail" IS NULL),
  ADD CONSTRAINT "a_confirmed_address_has_its_day" CHECK (email IS NULL OR "emailVerifiedAt" IS NOT NULL);
