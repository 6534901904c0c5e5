-- CreateTable
CREATE TABLE "Display" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "siteKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "body" JSONB NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "pinHash" TEXT,
    "pairedAt" DATETIME NOT NULL,
    "pairedById" TEXT NOT NULL,
    "revokedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Pairing" (
    "codeHash" TEXT NOT NULL PRIMARY KEY,
    "secretHash" TEXT NOT NULL,
    "wish" JSONB NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "displayId" TEXT,
    "takenAt" DATETIME
);

-- CreateTable
CREATE TABLE "DisplayState" (
    "displayId" TEXT NOT NULL PRIMARY KEY,
    "lastContactAt" DATETIME NOT NULL,
    "report" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "DisplayHour" (
    "displayId" TEXT NOT NULL,
    "hour" DATETIME NOT NULL,
    "minutes" INTEGER NOT NULL,
    "shown" INTEGER NOT NULL,

    PRIMARY KEY ("displayId", "hour")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "displayId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "lang" TEXT,
    "at" DATETIME NOT NULL,
    "seconds" INTEGER NOT NULL,
    "receivedAt" DATETIME NOT NULL,

    PRIMARY KEY ("displayId", "number")
);

-- CreateTable
CREATE TABLE "DisplayOrder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "displayId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT NOT NULL,
    "doneAt" DATETIME
);

-- CreateTable
CREATE TABLE "Playlist" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "siteKey" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "body" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Recording" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "body" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Clip" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "seconds" REAL,
    "rights" TEXT NOT NULL,
    "byId" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Display_tokenHash_key" ON "Display"("tokenHash");

-- CreateIndex
CREATE INDEX "Display_siteKey_idx" ON "Display"("siteKey");

-- CreateIndex
CREATE UNIQUE INDEX "Pairing_secretHash_key" ON "Pairing"("secretHash");

-- CreateIndex
CREATE INDEX "Pairing_expiresAt_idx" ON "Pairing"("expiresAt");

-- CreateIndex
CREATE INDEX "DisplayHour_hour_idx" ON "DisplayHour"("hour");

-- CreateIndex
CREATE INDEX "Receipt_item_at_idx" ON "Receipt"("item", "at");

-- CreateIndex
CREATE INDEX "Receipt_receivedAt_idx" ON "Receipt"("receivedAt");

-- CreateIndex
CREATE INDEX "DisplayOrder_displayId_doneAt_idx" ON "DisplayOrder"("displayId", "doneAt");

-- CreateIndex
CREATE INDEX "Playlist_siteKey_idx" ON "Playlist"("siteKey");
