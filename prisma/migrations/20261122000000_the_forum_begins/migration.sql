-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('member', 'moderator', 'administrator');

-- CreateEnum
CREATE TYPE "Standing" AS ENUM ('good', 'silenced', 'suspended');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('everyone', 'members', 'members_unlisted');

-- CreateEnum
CREATE TYPE "State" AS ENUM ('visible', 'held', 'hidden', 'withdrawn', 'removed');

-- CreateTable
CREATE TABLE "Member" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "nameSkeleton" TEXT NOT NULL,
    "email" TEXT,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "passwordHash" TEXT,
    "role" "Role" NOT NULL DEFAULT 'member',
    "title" TEXT,
    "standing" "Standing" NOT NULL DEFAULT 'good',
    "standingUntil" TIMESTAMPTZ(3),
    "standingReason" TEXT,
    "personalText" TEXT NOT NULL DEFAULT '',
    "about" TEXT NOT NULL DEFAULT '',
    "aboutHtml" TEXT NOT NULL DEFAULT '',
    "showOnline" BOOLEAN NOT NULL DEFAULT false,
    "lastSeenAt" TIMESTAMPTZ(3),
    "joinedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),
    "postCount" INTEGER NOT NULL DEFAULT 0,
    "thanksReceived" INTEGER NOT NULL DEFAULT 0,
    "thanksGiven" INTEGER NOT NULL DEFAULT 0,
    "publicPostCount" INTEGER NOT NULL DEFAULT 0,
    "publicThanksReceived" INTEGER NOT NULL DEFAULT 0,
    "publicThanksGiven" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" SERIAL NOT NULL,
    "memberId" INTEGER NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "remember" BOOLEAN NOT NULL DEFAULT false,
    "device" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "idleExpiresAt" TIMESTAMPTZ(3) NOT NULL,
    "absoluteExpiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ticket" (
    "id" SERIAL NOT NULL,
    "memberId" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "email" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("kind","version")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" SERIAL NOT NULL,
    "memberId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HealthFact" (
    "memberId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'members',

    CONSTRAINT "HealthFact_pkey" PRIMARY KEY ("memberId","kind")
);

-- CreateTable
CREATE TABLE "PlateletCount" (
    "id" SERIAL NOT NULL,
    "memberId" INTEGER NOT NULL,
    "value" DECIMAL(7,1) NOT NULL,
    "unit" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlateletCount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Category" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'everyone',
    "locked" BOOLEAN NOT NULL DEFAULT false,
    "threadCount" INTEGER NOT NULL DEFAULT 0,
    "postCount" INTEGER NOT NULL DEFAULT 0,
    "publicThreadCount" INTEGER NOT NULL DEFAULT 0,
    "publicPostCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" SERIAL NOT NULL,
    "categoryId" INTEGER NOT NULL,
    "authorId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'everyone',
    "state" "State" NOT NULL DEFAULT 'visible',
    "stateReason" TEXT,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "locked" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "postCount" INTEGER NOT NULL DEFAULT 0,
    "viewCount" INTEGER NOT NULL DEFAULT 0,
    "lastPosition" INTEGER NOT NULL DEFAULT 0,
    "lastPostNumber" INTEGER NOT NULL DEFAULT 0,
    "lastPostAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "number" SERIAL NOT NULL,
    "threadId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "authorId" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "rendererVersion" INTEGER NOT NULL,
    "state" "State" NOT NULL DEFAULT 'visible',
    "stateReason" TEXT,
    "stateChangedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "editedById" INTEGER,
    "editReason" TEXT,
    "thanksCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "Revision" (
    "postNumber" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "editedById" INTEGER NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "struckAt" TIMESTAMPTZ(3),
    "struckById" INTEGER,
    "struckReason" TEXT,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("postNumber","version")
);

-- CreateTable
CREATE TABLE "Quote" (
    "postNumber" INTEGER NOT NULL,
    "quotedNumber" INTEGER NOT NULL,

    CONSTRAINT "Quote_pkey" PRIMARY KEY ("postNumber","quotedNumber")
);

-- CreateTable
CREATE TABLE "Thanks" (
    "postNumber" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Thanks_pkey" PRIMARY KEY ("postNumber","memberId")
);

-- CreateTable
CREATE TABLE "Draft" (
    "memberId" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("memberId","place")
);

-- CreateTable
CREATE TABLE "LogEntry" (
    "id" BIGSERIAL NOT NULL,
    "actorId" INTEGER NOT NULL,
    "deed" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LogEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Forum" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "mode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "readOnly" BOOLEAN NOT NULL DEFAULT false,
    "seededAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Forum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Instance" (
    "id" TEXT NOT NULL,
    "ackedSeq" BIGINT NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Instance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Expiry" (
    "seq" BIGSERIAL NOT NULL,
    "tags" TEXT[],
    "narrows" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Expiry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "OnceOnly" (
    "actorId" INTEGER NOT NULL,
    "deed" TEXT NOT NULL,
    "requestId" UUID NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OnceOnly_pkey" PRIMARY KEY ("actorId","deed","requestId")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "memberId" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Study" (
    "id" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'looking-up',
    "facts" JSONB,
    "cardHtml" TEXT NOT NULL DEFAULT '',
    "cardVersion" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lookedUpAt" TIMESTAMPTZ(3),
    "checkAfter" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "askingUntil" TIMESTAMPTZ(3),
    "notReached" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "Study_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StudyIdentifier" (
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "studyId" INTEGER NOT NULL,

    CONSTRAINT "StudyIdentifier_pkey" PRIMARY KEY ("kind","value")
);

-- CreateTable
CREATE TABLE "StudyRecord" (
    "studyId" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "fields" JSONB,
    "retrievedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StudyRecord_pkey" PRIMARY KEY ("studyId","source","subject")
);

-- CreateTable
CREATE TABLE "Citation" (
    "postNumber" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "studyId" INTEGER,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("postNumber","kind","value")
);

-- CreateIndex
CREATE UNIQUE INDEX "Member_nameKey_key" ON "Member"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Member_nameSkeleton_key" ON "Member"("nameSkeleton");

-- CreateIndex
CREATE UNIQUE INDEX "Member_email_key" ON "Member"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_memberId_idx" ON "Session"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Ticket_tokenHash_key" ON "Ticket"("tokenHash");

-- CreateIndex
CREATE INDEX "Ticket_memberId_purpose_idx" ON "Ticket"("memberId", "purpose");

-- CreateIndex
CREATE INDEX "Consent_memberId_kind_idx" ON "Consent"("memberId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "PlateletCount_memberId_day_key" ON "PlateletCount"("memberId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "Category_slug_key" ON "Category"("slug");

-- CreateIndex
CREATE INDEX "Thread_categoryId_pinned_lastPostAt_id_idx" ON "Thread"("categoryId", "pinned", "lastPostAt", "id");

-- CreateIndex
CREATE INDEX "Thread_lastPostAt_id_idx" ON "Thread"("lastPostAt", "id");

-- CreateIndex
CREATE INDEX "Thread_authorId_idx" ON "Thread"("authorId");

-- CreateIndex
CREATE INDEX "Post_authorId_number_idx" ON "Post"("authorId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Post_threadId_position_key" ON "Post"("threadId", "position");

-- CreateIndex
CREATE INDEX "Quote_quotedNumber_idx" ON "Quote"("quotedNumber");

-- CreateIndex
CREATE INDEX "Thanks_memberId_idx" ON "Thanks"("memberId");

-- CreateIndex
CREATE INDEX "Expiry_createdAt_idx" ON "Expiry"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_messageId_key" ON "Mail"("messageId");

-- CreateIndex
CREATE INDEX "Mail_sentAt_id_idx" ON "Mail"("sentAt", "id");

-- CreateIndex
CREATE INDEX "StudyIdentifier_studyId_idx" ON "StudyIdentifier"("studyId");

-- CreateIndex
CREATE INDEX "Citation_studyId_idx" ON "Citation"("studyId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HealthFact" ADD CONSTRAINT "HealthFact_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlateletCount" ADD CONSTRAINT "PlateletCount_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_postNumber_fkey" FOREIGN KEY ("postNumber") REFERENCES "Post"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quote" ADD CONSTRAINT "Quote_postNumber_fkey" FOREIGN KEY ("postNumber") REFERENCES "Post"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quote" ADD CONSTRAINT "Quote_quotedNumber_fkey" FOREIGN KEY ("quotedNumber") REFERENCES "Post"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thanks" ADD CONSTRAINT "Thanks_postNumber_fkey" FOREIGN KEY ("postNumber") REFERENCES "Post"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thanks" ADD CONSTRAINT "Thanks_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StudyIdentifier" ADD CONSTRAINT "StudyIdentifier_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StudyRecord" ADD CONSTRAINT "StudyRecord_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_postNumber_fkey" FOREIGN KEY ("postNumber") REFERENCES "Post"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE SET NULL ON UPDATE CASCADE;
