import type { ArticleAbout } from "../../../core/articles/article.ts";
import { byLang, LANGS } from "../../../core/language/languages.ts";
import type { SearchDocument } from "../../../core/search/document.ts";
import { type HeldIndex, heldIndex } from "../../../core/search/held-index.ts";
import { articleDocument, type FactReader, gateDocument } from "../../../core/search/make-document.ts";
import { formatFact } from "../../../i18n/format.ts";
import type { KioskContent } from "../content/content.ts";
import type { Place } from "./state.ts";

/** Facts as the pages show them. */
const read: FactReader = {
  value: (fact, lang) => formatFact(fact.value, lang),
  line: (fact, lang) => `${fact.label[lang]} ${formatFact(fact.value, lang)}`,
};

const NOTICE: Omit<ArticleAbout, "gates" | "notice"> = { kind: "notice", topic: "", agency: "", verifiedOn: null, verifyAgainBy: null };

interface Looked {
  documents: SearchDocument[];
  index: HeldIndex;
  /** Everything that is written in the languages whose words are offered to who cannot type them. */
  texts: string[];
}

const made = new WeakMap<KioskContent, Looked>();

/** The pages of the kiosk as they are searched and read aloud; made once for each content, when they are first asked for. */
export function lookedThrough(content: KioskContent): Looked {
  const known = made.get(content);
  if (known) return known;
  const documents = documentsOf(content);
  const texts = documents.flatMap(({ versions }) => LANGS.flatMap((lang) => [versions[lang].title, ...versions[lang].passages.map(({ text }) => text)]));
  const looked = { documents, index: heldIndex(documents, content.readings, content.traditional), texts };
  made.set(content, looked);
  return looked;
}

const documentsOf = (content: KioskContent): SearchDocument[] => [
  ...content.gates.map((gate) => gateDocument(gate, content.hours, read)),
  ...[...content.articles, ...content.questions].map(({ slug, ...body }) => articleDocument(slug, body, read)),
  ...content.notices.map(({ slug, terms, gates, ...body }) => articleDocument(slug, { ...body, about: { ...NOTICE, gates, notice: terms } }, read)),
  ...content.phrases.map(
    ({ slug, topic, texts }): SearchDocument => ({
      id: `phrase:${slug}`,
      kind: "phrase",
      slug,
      topic,
      gates: [],
      versions: byLang((lang) => ({ title: texts[lang].sentence, passages: [{ segment: "summary", text: texts[lang].when }] })),
    }),
  ),
];

/** The screen that shows a page that was found. */
export function placeOf({ kind, slug }: Pick<SearchDocument, "kind" | "slug">): Place {
  switch (kind) {
    case "gate":
      return { screen: "gate", gate: slug };
    case "page":
      return { screen: "home" };
    default:
      return { screen: kind, slug };
  }
}

/** The page that a screen shows, as it is read aloud; null: the screen has no page of its own. */
export function documentAt(content: KioskContent, place: Place): SearchDocument | null {
  const [kind, slug] = "slug" in place ? [place.screen, place.slug] : place.screen === "gate" ? ["gate", place.gate] : [null, null];
  return (kind && lookedThrough(content).documents.find((one) => one.kind === kind && one.slug === slug)) || null;
}
