-- DropIndex
DROP INDEX "Edition_slug_idx";

-- DropIndex
DROP INDEX "Edition_topicKey_currentOf_idx";

-- CreateIndex
CREATE INDEX "Edition_slug_kind_currentOf_idx" ON "Edition"("slug", "kind", "currentOf");

-- CreateIndex
CREATE INDEX "Edition_kind_topicKey_currentOf_idx" ON "Edition"("kind", "topicKey", "currentOf");
