import type { Article } from "../../../core/articles/article.ts";
import type { Edition } from "../../../core/articles/edition.ts";
import { segmentsOf, walk } from "../../../core/articles/tree.ts";
import { AppError } from "../../../core/errors.ts";
import { type ByLang, byLang, DEFAULT_LANG, type Lang } from "../../../core/language/languages.ts";
import type { Member } from "../../../core/people/roles.ts";
import type { DeskAround } from "../../../core/translation/desk-around.ts";
import { type Owner, ofArticle } from "../../../core/translation/wording.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { placeOf } from "../../../core/workflow/place.ts";
import { articleState, type WorkflowState } from "../../../core/workflow/state.ts";
import { articleUnits, type Unit } from "../../../core/workflow/units.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { articleOf } from "../../db/tx/articles.server.ts";
import { editionOf } from "../../db/tx/editions.server.ts";
import { gateOf } from "../../db/tx/places.server.ts";
import type { Reading } from "../reading.server.ts";
import { readAgencies } from "../visitor/agencies.server.ts";
import { readTopics } from "../visitor/topics.server.ts";
import { readOutside } from "./article-outside.server.ts";
import { readDeskAround } from "./desk-around.server.ts";
import { readDeskUnits, readWords } from "./desk-units.server.ts";

export interface ArticleDeskView {
  articleId: string;
  owner: Owner;
  slug: string;
  /** "" where a language has none yet. */
  titles: ByLang<string>;
  state: WorkflowState;
  /** Names in the member's language. */
  topic: string;
  gates: string[];
  agency: string;
  verifiedOn: string | null;
  verifyAgainBy: string | null;
  parts: number;
  edition: { number: number; publishedAt: Date } | null;
  /** The agency that has still to confirm a segment, by segment. */
  verify: Record<string, string>;
  units: DeskUnit[];
  around: DeskAround;
}

/**
 * Everything about an article at work, as one member sees it.
 * @throws AppError `not_found`
 */
export async function readArticleDesk({ db, now }: Reading, member: Member, slug: string): Promise<ArticleDeskView> {
  return db.snapshot(async (tx) => {
    const row = await tx.article.findUnique({ where: { slug } });
    if (!row) throw new AppError("not_found");
    const article = articleOf(row);
    const { owner, units, edition } = await loadArticleAtWork(tx, article);
    const { agencies } = await readAgencies(tx, member.lang, now());
    const topics = await readTopics(tx, member.lang);
    const agencyName = (key: string): string => agencies[key]?.name ?? key;
    const { about, tree } = article;
    return {
      articleId: article.id,
      owner,
      slug,
      titles: titlesOf(units),
      state: articleState(units, article.withdrawnAt !== null, await readOutside(tx, article, units)),
      topic: topics.find(({ key }) => key === about.topic)?.name ?? about.topic,
      gates: await gateNames(tx, about.gates, member.lang),
      agency: agencyName(about.agency),
      verifiedOn: about.verifiedOn,
      verifyAgainBy: about.verifyAgainBy,
      parts: segmentsOf(tree).length,
      edition: edition && { number: edition.number, publishedAt: edition.publishedAt },
      verify: Object.fromEntries([...walk(tree)].flatMap((node) => (node.verify ? [[node.id, agencyName(node.verify)]] : []))),
      units: await readDeskUnits(tx, { owner, units, member, place: placeOf(about), readersSee: shownBy(edition) }),
      around: await readDeskAround(tx, member, owner, article, now()),
    };
  });
}

/** An article's units, with what readers see of it now. */
export async function loadArticleAtWork(tx: ReadTx, article: Article): Promise<{ owner: Owner; units: Unit[]; edition: Edition | null }> {
  const owner = ofArticle(article.id);
  const { wordings, judged } = await readWords(tx, owner);
  const row = await tx.edition.findUnique({ where: { currentOf: article.id } });
  const edition = row && editionOf(row);
  return { owner, units: articleUnits(article, wordings, judged, edition), edition };
}

/** What an edition shows of a unit. */
export const shownBy =
  (edition: Edition | null) =>
  ({ unit }: Unit): ByLang<string> | null =>
    edition && byLang((lang) => edition.body.texts[lang][unit] ?? "");

export const titlesOf = (units: readonly Unit[]): ByLang<string> => units.find((unit) => unit.unit === "title")?.texts ?? byLang(() => "");

async function gateNames(tx: ReadTx, keys: readonly string[], lang: Lang): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await tx.gate.findMany({ where: { key: { in: [...keys] } }, orderBy: { position: "asc" } });
  return rows.map(gateOf).map(({ key, name }) => name[lang] ?? name[DEFAULT_LANG] ?? key);
}
