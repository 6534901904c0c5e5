-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "teamKey" TEXT,
ADD COLUMN     "totpPeriod" INTEGER,
ADD COLUMN     "totpSecret" TEXT;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "browser" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "lastSeenAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "teamKey" TEXT;

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "teamKey" TEXT;

-- AlterTable
ALTER TABLE "Wording" ADD COLUMN     "folded" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Approval" ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "Edition" ADD COLUMN     "note" JSONB;

-- CreateTable
CREATE TABLE "Site" (
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Site_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Team" (
    "key" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ArticleEdit" (
    "articleId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "tree" JSONB NOT NULL,
    "about" JSONB NOT NULL,
    "byId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ArticleEdit_pkey" PRIMARY KEY ("articleId","revision")
);

-- CreateTable
CREATE TABLE "Return" (
    "id" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "pairHash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Waiver" (
    "id" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "checkKey" TEXT NOT NULL,
    "pairHash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Waiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOff" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "agencyKey" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SignOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Schedule" (
    "articleId" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "publishAt" TIMESTAMP(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "failure" TEXT,

    CONSTRAINT "Schedule_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "mentions" JSONB NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "resolvedAt" TIMESTAMP(3),
    "resolvedBy" TEXT,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "owner" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "memberId" TEXT,
    "teamKey" TEXT,
    "dueOn" TEXT,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("owner","lang")
);

-- CreateTable
CREATE TABLE "InboxItem" (
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "unit" TEXT,
    "note" TEXT NOT NULL,
    "byId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "readAt" TIMESTAMP(3),

    CONSTRAINT "InboxItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Presence" (
    "memberId" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "unit" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("memberId","owner")
);

-- CreateTable
CREATE TABLE "ProgressDay" (
    "day" TEXT NOT NULL,
    "teamKey" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "current" INTEGER NOT NULL,
    "stale" INTEGER NOT NULL,
    "missing" INTEGER NOT NULL,

    CONSTRAINT "ProgressDay_pkey" PRIMARY KEY ("day","teamKey","lang")
);

-- CreateTable
CREATE TABLE "FactChange" (
    "id" TEXT NOT NULL,
    "factKey" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMP(3),
    "confirmed" BOOLEAN,

    CONSTRAINT "FactChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Media" (
    "hash" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "madeOf" TEXT,
    "rights" TEXT NOT NULL,
    "byId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Media_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "MediaBytes" (
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "MediaBytes_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "StringEdition" (
    "namespace" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "texts" JSONB,
    "baseHash" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "publishedBy" TEXT,

    CONSTRAINT "StringEdition_pkey" PRIMARY KEY ("namespace","key","number")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "byId" TEXT,
    "act" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "seal" INTEGER,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "number" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "count" INTEGER NOT NULL,
    "lastId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "previous" TEXT NOT NULL,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "Return_owner_at_idx" ON "Return"("owner", "at");

-- CreateIndex
CREATE INDEX "Waiver_owner_unit_idx" ON "Waiver"("owner", "unit");

-- CreateIndex
CREATE INDEX "SignOff_articleId_at_idx" ON "SignOff"("articleId", "at");

-- CreateIndex
CREATE INDEX "Schedule_publishAt_idx" ON "Schedule"("publishAt");

-- CreateIndex
CREATE INDEX "Comment_owner_at_idx" ON "Comment"("owner", "at");

-- CreateIndex
CREATE INDEX "Assignment_memberId_idx" ON "Assignment"("memberId");

-- CreateIndex
CREATE INDEX "Assignment_teamKey_idx" ON "Assignment"("teamKey");

-- CreateIndex
CREATE INDEX "InboxItem_memberId_at_idx" ON "InboxItem"("memberId", "at");

-- CreateIndex
CREATE INDEX "Presence_owner_at_idx" ON "Presence"("owner", "at");

-- CreateIndex
CREATE INDEX "FactChange_factKey_at_idx" ON "FactChange"("factKey", "at");

-- CreateIndex
CREATE INDEX "Media_madeOf_idx" ON "Media"("madeOf");

-- CreateIndex
CREATE INDEX "AuditEntry_seal_id_idx" ON "AuditEntry"("seal", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_object_id_idx" ON "AuditEntry"("object", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_byId_id_idx" ON "AuditEntry"("byId", "id");
