-- CreateTable
CREATE TABLE "JoinedStudy" (
    "id" INTEGER NOT NULL,
    "studyId" INTEGER NOT NULL,

    CONSTRAINT "JoinedStudy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "JoinedStudy_studyId_idx" ON "JoinedStudy"("studyId");

-- CreateIndex
CREATE INDEX "Study_checkAfter_idx" ON "Study"("checkAfter");

-- AddForeignKey
ALTER TABLE "JoinedStudy" ADD CONSTRAINT "JoinedStudy_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;
