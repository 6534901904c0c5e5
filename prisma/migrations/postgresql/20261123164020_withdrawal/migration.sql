-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "withdrawal" JSONB;
