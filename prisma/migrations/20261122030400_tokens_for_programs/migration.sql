-- What a member gives a program, so that it can ask in their name. Shown once; only its hash is kept.
CREATE TABLE "AccessToken" (
    "id" SERIAL NOT NULL,
    "memberId" INTEGER NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessToken_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_token_reads_or_writes" CHECK ("scope" IN ('read', 'write')),
    CONSTRAINT "a_token_is_kept_as_its_hash" CHECK (octet_length("tokenHash") = 32)
);

CREATE UNIQUE INDEX "AccessToken_tokenHash_key" ON "AccessToken"("tokenHash");

CREATE INDEX "AccessToken_memberId_idx" ON "AccessToken"("memberId");

ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
