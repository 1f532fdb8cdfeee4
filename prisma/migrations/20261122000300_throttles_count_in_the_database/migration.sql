-- In the database, so that all processes count together and a restart forgives nobody.
CREATE TABLE "Throttle" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "Throttle_pkey" PRIMARY KEY ("key")
);

CREATE INDEX "Throttle_expire_idx" ON "Throttle"("expire");
