-- AlterTable
ALTER TABLE "Edition" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'article';

-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "place" JSONB,
    "contact" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "reply" JSONB,
    "repliedAt" TIMESTAMP(3),
    "repliedBy" TEXT,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Term" (
    "key" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Term_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "SearchMiss" (
    "query" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "SearchMiss_pkey" PRIMARY KEY ("query","lang","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "Message_number_key" ON "Message"("number");

-- CreateIndex
CREATE INDEX "Message_kind_createdAt_idx" ON "Message"("kind", "createdAt");

-- CreateIndex
CREATE INDEX "Message_expiresAt_idx" ON "Message"("expiresAt");

-- CreateIndex
CREATE INDEX "SearchMiss_day_idx" ON "SearchMiss"("day");

-- CreateIndex
CREATE INDEX "Edition_kind_currentOf_idx" ON "Edition"("kind", "currentOf");
