-- CreateTable
CREATE TABLE "Display" (
    "id" TEXT NOT NULL,
    "siteKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "body" JSONB NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "pinHash" TEXT,
    "pairedAt" TIMESTAMP(3) NOT NULL,
    "pairedById" TEXT NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Display_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pairing" (
    "codeHash" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "wish" JSONB NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "displayId" TEXT,
    "takenAt" TIMESTAMP(3),

    CONSTRAINT "Pairing_pkey" PRIMARY KEY ("codeHash")
);

-- CreateTable
CREATE TABLE "DisplayState" (
    "displayId" TEXT NOT NULL,
    "lastContactAt" TIMESTAMP(3) NOT NULL,
    "report" JSONB NOT NULL,

    CONSTRAINT "DisplayState_pkey" PRIMARY KEY ("displayId")
);

-- CreateTable
CREATE TABLE "DisplayHour" (
    "displayId" TEXT NOT NULL,
    "hour" TIMESTAMP(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "shown" INTEGER NOT NULL,

    CONSTRAINT "DisplayHour_pkey" PRIMARY KEY ("displayId","hour")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "displayId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "lang" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "seconds" INTEGER NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("displayId","number")
);

-- CreateTable
CREATE TABLE "DisplayOrder" (
    "id" TEXT NOT NULL,
    "displayId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "DisplayOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Playlist" (
    "key" TEXT NOT NULL,
    "siteKey" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "body" JSONB NOT NULL,

    CONSTRAINT "Playlist_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Recording" (
    "key" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "body" JSONB NOT NULL,

    CONSTRAINT "Recording_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Clip" (
    "hash" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "seconds" DOUBLE PRECISION,
    "rights" TEXT NOT NULL,
    "byId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Clip_pkey" PRIMARY KEY ("hash")
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
