-- CreateTable
CREATE TABLE "RegistryGate" (
    "host" TEXT NOT NULL,
    "perSecond" DOUBLE PRECISION NOT NULL,
    "concurrency" INTEGER NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "filledAt" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "closedUntil" TIMESTAMPTZ(3) NOT NULL,
    "leases" TIMESTAMPTZ(3)[],

    CONSTRAINT "RegistryGate_pkey" PRIMARY KEY ("host"),
    CONSTRAINT "RegistryGate_somebody_may_ask" CHECK ("perSecond" > 0 AND "concurrency" >= 1)
);

-- Written for every question asked: room in its page lets PostgreSQL write the new row beside the old one.
ALTER TABLE "RegistryGate" SET (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);

-- AlterTable
ALTER TABLE "Study" ADD COLUMN "inLineUntil" TIMESTAMPTZ(3);
