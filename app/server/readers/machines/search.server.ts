import type { Gate } from "../../../core/facts/gate.ts";
import { addressesOf, articleAddresses } from "../../../core/feeds/addresses.ts";
import { type ByLang, byLang, type Lang, ownFirst } from "../../../core/language/languages.ts";
import type { SearchHit } from "../../../core/search/document.ts";
import { gateOf } from "../../db/tx/places.server.ts";
import type { Reading } from "../reading.server.ts";
import { currentAmong, wordsOf } from "./editions.server.ts";

export interface HitItem {
  kind: SearchHit["kind"];
  slug: string;
  title: ByLang<string>;
  /** The paragraph that answers best, in the asked language, and the segment it stands in; null: only the title matched. */
  passage: { segment: string; lang: Lang; text: string } | null;
  url: ByLang<string>;
}

/** The hits whose page stands at this moment, best first, with their titles in every language. */
export async function readHitItems({ db }: Reading, origin: string, lang: Lang, hits: readonly SearchHit[]): Promise<HitItem[]> {
  return db.snapshot(async (tx) => {
    const editions = await currentAmong(
      tx,
      hits.flatMap(({ kind, slug }) => (kind === "gate" ? [] : [slug])),
    );
    const keys = hits.flatMap(({ kind, slug }) => (kind === "gate" ? [slug] : []));
    const gates = keys.length > 0 ? (await tx.gate.findMany({ where: { key: { in: keys } } })).map(gateOf) : [];
    return hits.flatMap((hit): HitItem[] => {
      const shown = { kind: hit.kind, slug: hit.slug, passage: passageOf(hit, lang) };
      if (hit.kind === "gate") {
        const gate = gates.find(({ key }) => key === hit.slug);
        return gate ? [{ ...shown, title: gateTitles(gate), url: addressesOf(origin, `/gates/${gate.key}`) }] : [];
      }
      const edition = editions.find(({ slug, kind }) => slug === hit.slug && kind === hit.kind);
      return edition ? [{ ...shown, title: wordsOf(edition.body, "title"), url: articleAddresses(origin, edition.kind, edition.slug) }] : [];
    });
  });
}

/** A gate's name in every language; where none is confirmed in one, the next language's stands alone. */
export const gateTitles = ({ key, name }: Pick<Gate, "key" | "name">): ByLang<string> =>
  byLang((lang) => ownFirst(lang).flatMap((code) => name[code] ?? [])[0] ?? key);

const passageOf = ({ passage }: SearchHit, lang: Lang): HitItem["passage"] =>
  passage && { segment: passage.segment, lang, text: passage.marked.map(({ text }) => text).join("") };
