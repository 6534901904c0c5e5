-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "place" JSONB,
    "contact" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "reply" JSONB,
    "repliedAt" DATETIME,
    "repliedBy" TEXT
);

-- CreateTable
CREATE TABLE "Term" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "body" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "SearchMiss" (
    "query" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("query", "lang", "day")
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Edition" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'article',
    "topicKey" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    "publishedBy" TEXT,
    "currentOf" TEXT,
    CONSTRAINT "Edition_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Edition" ("articleId", "body", "contentHash", "currentOf", "id", "number", "publishedAt", "publishedBy", "slug", "topicKey") SELECT "articleId", "body", "contentHash", "currentOf", "id", "number", "publishedAt", "publishedBy", "slug", "topicKey" FROM "Edition";
DROP TABLE "Edition";
ALTER TABLE "new_Edition" RENAME TO "Edition";
CREATE UNIQUE INDEX "Edition_currentOf_key" ON "Edition"("currentOf");
CREATE INDEX "Edition_slug_idx" ON "Edition"("slug");
CREATE INDEX "Edition_topicKey_currentOf_idx" ON "Edition"("topicKey", "currentOf");
CREATE INDEX "Edition_kind_currentOf_idx" ON "Edition"("kind", "currentOf");
CREATE INDEX "Edition_publishedAt_id_idx" ON "Edition"("publishedAt", "id");
CREATE UNIQUE INDEX "Edition_articleId_number_key" ON "Edition"("articleId", "number");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Message_number_key" ON "Message"("number");

-- CreateIndex
CREATE INDEX "Message_kind_createdAt_idx" ON "Message"("kind", "createdAt");

-- CreateIndex
CREATE INDEX "Message_expiresAt_idx" ON "Message"("expiresAt");

-- CreateIndex
CREATE INDEX "SearchMiss_day_idx" ON "SearchMiss"("day");
