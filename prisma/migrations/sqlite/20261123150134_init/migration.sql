-- CreateTable
CREATE TABLE "Agency" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "names" JSONB NOT NULL,
    "phone" TEXT
);

-- CreateTable
CREATE TABLE "Gate" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "body" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Topic" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "body" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Fact" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "body" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Observation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "gateKey" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "body" JSONB NOT NULL,
    "byId" TEXT,
    CONSTRAINT "Observation_gateKey_fkey" FOREIGN KEY ("gateKey") REFERENCES "Gate" ("key") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "passwordHash" TEXT,
    "roles" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "disabledAt" DATETIME
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "memberId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT,
    "roles" JSONB NOT NULL,
    "byId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "memberId" TEXT
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "points" INTEGER NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Article" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "sourceLang" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "tree" JSONB NOT NULL,
    "about" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT,
    "withdrawnAt" DATETIME
);

-- CreateTable
CREATE TABLE "Wording" (
    "owner" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sourceHash" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "editedBy" TEXT,
    "editedAt" DATETIME NOT NULL,

    PRIMARY KEY ("owner", "unit", "lang")
);

-- CreateTable
CREATE TABLE "WordingEdit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sourceHash" TEXT,
    "revision" INTEGER,
    "byId" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Approval" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "pairHash" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "byId" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "topicKey" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    "publishedBy" TEXT,
    "currentOf" TEXT,
    CONSTRAINT "Edition_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PublishedString" (
    "namespace" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "baseHash" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    "publishedBy" TEXT,

    PRIMARY KEY ("namespace", "key")
);

-- CreateTable
CREATE TABLE "Content" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "generationId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "Announcement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "body" JSONB NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Observation_gateKey_at_idx" ON "Observation"("gateKey", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Member_email_key" ON "Member"("email");

-- CreateIndex
CREATE INDEX "Session_memberId_idx" ON "Session"("memberId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "RateLimit_expiresAt_idx" ON "RateLimit"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Article_slug_key" ON "Article"("slug");

-- CreateIndex
CREATE INDEX "WordingEdit_owner_unit_lang_at_idx" ON "WordingEdit"("owner", "unit", "lang", "at");

-- CreateIndex
CREATE INDEX "Approval_owner_unit_at_idx" ON "Approval"("owner", "unit", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_currentOf_key" ON "Edition"("currentOf");

-- CreateIndex
CREATE INDEX "Edition_slug_idx" ON "Edition"("slug");

-- CreateIndex
CREATE INDEX "Edition_topicKey_currentOf_idx" ON "Edition"("topicKey", "currentOf");

-- CreateIndex
CREATE INDEX "Edition_publishedAt_id_idx" ON "Edition"("publishedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_articleId_number_key" ON "Edition"("articleId", "number");
