import type { Lang } from "../../../core/language/languages.ts";
import type { Reading } from "../reading.server.ts";
import { type DocumentView, readDocument } from "./document.server.ts";
import type { ReadTerms } from "./terms.server.ts";

/**
 * A page about the portal itself.
 * @throws AppError `not_found`, `withdrawn`
 */
export async function readPortalPage({ db, now }: Reading, readTerms: ReadTerms, lang: Lang, slug: string): Promise<DocumentView> {
  return db.snapshot(async (tx) => (await readDocument(tx, readTerms, { lang, kind: "page", slug, now: now() })).document);
}
