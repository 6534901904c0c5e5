-- AlterTable
ALTER TABLE "Member" ADD COLUMN "teamKey" TEXT;
ALTER TABLE "Member" ADD COLUMN "totpPeriod" INTEGER;
ALTER TABLE "Member" ADD COLUMN "totpSecret" TEXT;

-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN "teamKey" TEXT;

-- AlterTable
ALTER TABLE "Article" ADD COLUMN "teamKey" TEXT;

-- AlterTable
ALTER TABLE "Approval" ADD COLUMN "reason" TEXT;

-- AlterTable
ALTER TABLE "Edition" ADD COLUMN "note" JSONB;

-- CreateTable
CREATE TABLE "Site" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "body" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Team" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "body" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "ArticleEdit" (
    "articleId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "tree" JSONB NOT NULL,
    "about" JSONB NOT NULL,
    "byId" TEXT,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("articleId", "revision")
);

-- CreateTable
CREATE TABLE "Return" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "pairHash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Waiver" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "checkKey" TEXT NOT NULL,
    "pairHash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SignOff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "agencyKey" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Schedule" (
    "articleId" TEXT NOT NULL PRIMARY KEY,
    "contentHash" TEXT NOT NULL,
    "publishAt" DATETIME NOT NULL,
    "byId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "failure" TEXT
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "mentions" JSONB NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "resolvedAt" DATETIME,
    "resolvedBy" TEXT
);

-- CreateTable
CREATE TABLE "Assignment" (
    "owner" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "memberId" TEXT,
    "teamKey" TEXT,
    "dueOn" TEXT,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("owner", "lang")
);

-- CreateTable
CREATE TABLE "InboxItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "memberId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "unit" TEXT,
    "note" TEXT NOT NULL,
    "byId" TEXT,
    "at" DATETIME NOT NULL,
    "readAt" DATETIME
);

-- CreateTable
CREATE TABLE "Presence" (
    "memberId" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "unit" TEXT,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("memberId", "owner")
);

-- CreateTable
CREATE TABLE "ProgressDay" (
    "day" TEXT NOT NULL,
    "teamKey" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "current" INTEGER NOT NULL,
    "stale" INTEGER NOT NULL,
    "missing" INTEGER NOT NULL,

    PRIMARY KEY ("day", "teamKey", "lang")
);

-- CreateTable
CREATE TABLE "FactChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "factKey" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" DATETIME,
    "confirmed" BOOLEAN
);

-- CreateTable
CREATE TABLE "Media" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "mime" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "madeOf" TEXT,
    "rights" TEXT NOT NULL,
    "byId" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "MediaBytes" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "bytes" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "StringEdition" (
    "namespace" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "texts" JSONB,
    "baseHash" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    "publishedBy" TEXT,

    PRIMARY KEY ("namespace", "key", "number")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "byId" TEXT,
    "act" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "seal" INTEGER
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "count" INTEGER NOT NULL,
    "lastId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "previous" TEXT NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "memberId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME,
    "browser" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Session_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Session" ("createdAt", "expiresAt", "id", "memberId") SELECT "createdAt", "expiresAt", "id", "memberId" FROM "Session";
DROP TABLE "Session";
ALTER TABLE "new_Session" RENAME TO "Session";
CREATE INDEX "Session_memberId_idx" ON "Session"("memberId");
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");
CREATE TABLE "new_Wording" (
    "owner" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sourceHash" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "editedBy" TEXT,
    "editedAt" DATETIME NOT NULL,
    "folded" TEXT NOT NULL DEFAULT '',

    PRIMARY KEY ("owner", "unit", "lang")
);
INSERT INTO "new_Wording" ("editedAt", "editedBy", "lang", "owner", "revision", "sourceHash", "text", "unit") SELECT "editedAt", "editedBy", "lang", "owner", "revision", "sourceHash", "text", "unit" FROM "Wording";
DROP TABLE "Wording";
ALTER TABLE "new_Wording" RENAME TO "Wording";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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
