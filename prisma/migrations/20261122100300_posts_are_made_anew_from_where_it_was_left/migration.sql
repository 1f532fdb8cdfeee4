CREATE TABLE "Rendering" (
    "version" INTEGER NOT NULL,
    "upTo" INTEGER NOT NULL,

    CONSTRAINT "Rendering_pkey" PRIMARY KEY ("version")
);
