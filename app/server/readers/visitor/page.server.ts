import type { Lang } from "../../../core/language/languages.ts";
import type { Reading } from "../reading.server.ts";
import { type DocumentView, readDocument } from "./document.server.ts";

/**
 * A page about the portal itself.
 * @throws AppError `not_found`
 */
export async function readPortalPage({ db, now }: Reading, lang: Lang, slug: string): Promise<DocumentView> {
  return db.snapshot(async (tx) => (await readDocument(tx, lang, "page", slug, now())).document);
}
