import { holdsAt, type NoticeLevel } from "../../../core/articles/kinds.ts";
import { mediaPath, type Picture } from "../../../core/articles/picture.ts";
import { type ArticleNode, carriesWords, childrenOf } from "../../../core/articles/tree.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import { articleAddresses } from "../../../core/feeds/addresses.ts";
import { type ByLang, byLang } from "../../../core/language/languages.ts";
import { formatFact } from "../../../i18n/format.ts";
import type { Reading } from "../reading.server.ts";
import { missing } from "../visitor/missing.server.ts";
import { type CurrentEdition, currentEdition, currentEditions, wordsOf } from "./editions.server.ts";

/** A list as the API gives it: `next` is the cursor of the page that follows; null: there is none. */
export interface Listed<Item> {
  items: Item[];
  next: string | null;
}

export interface ArticleItem {
  slug: string;
  title: ByLang<string>;
  summary: ByLang<string>;
  topic: string | null;
  /** Keys of the gates it concerns; empty: all. */
  gates: string[];
  agency: string;
  verifiedOn: string | null;
  verifyAgainBy: string | null;
  edition: number;
  publishedAt: string;
  /** Its page in each language. */
  url: ByLang<string>;
}

export interface NoticeItem extends Omit<ArticleItem, "verifiedOn" | "verifyAgainBy"> {
  level: NoticeLevel;
  from: string;
  until: string | null;
  /** Whether it holds at the moment of the answer. */
  active: boolean;
}

/** A node of the shared structure with its words in every language. */
export interface NodeItem {
  id: string;
  kind: ArticleNode["kind"];
  level?: 2 | 3;
  tone?: "note" | "warning";
  /** Key of the agency that still has to confirm it. */
  verify?: string;
  text?: ByLang<string>;
  /** Keys of the facts that a box shows. */
  facts?: string[];
  agency?: string;
  picture?: PictureItem;
  children?: NodeItem[];
}

/** A figure's picture in several sizes. */
export interface PictureItem {
  width: number;
  height: number;
  files: { url: string; type: string; width: number }[];
}

export interface FactItem extends Omit<Fact, "key"> {
  /** The value as each language writes it. */
  words: ByLang<string>;
}

export interface ArticleWhole extends ArticleItem {
  contentHash: string;
  body: NodeItem[];
  facts: Record<string, FactItem>;
}

/** What the API says of articles and notices; every answer is read in one statement. `after`: a cursor that an earlier answer gave. */
export async function readArticleList({ db }: Reading, origin: string, limit: number, after: string | null): Promise<Listed<ArticleItem>> {
  return pageOf(await currentEditions(db.read, "article", limit + 1, after), limit, (edition) => articleItem(edition, origin));
}

/** @throws AppError `not_found`, `withdrawn` */
export async function readArticleWhole({ db }: Reading, origin: string, slug: string): Promise<ArticleWhole> {
  const edition = await currentEdition(db.read, ["article"], slug);
  if (!edition) throw await missing(db.read, null, "article", slug);
  const { tree, facts } = edition.body;
  return {
    ...articleItem(edition, origin),
    contentHash: edition.contentHash,
    body: tree.map((node) => nodeItem(node, edition, origin)),
    facts: Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, factItem(fact)])),
  };
}

/** Notices that have begun, the newest first; ended ones too, and said so. */
export async function readNoticeList({ db, now }: Reading, origin: string, limit: number, after: string | null): Promise<Listed<NoticeItem>> {
  const instant = now();
  const page = pageOf(await currentEditions(db.read, "notice", limit + 1, after), limit, (edition) => edition);
  const begun = page.items.filter(({ body }) => body.about.notice && Date.parse(body.about.notice.from) <= instant.getTime());
  return { items: begun.map((edition) => noticeItem(edition, origin, instant)), next: page.next };
}

/** One row more than the page was read: it tells whether another follows. */
function pageOf<Item>(rows: readonly CurrentEdition[], limit: number, make: (edition: CurrentEdition) => Item): Listed<Item> {
  const page = rows.slice(0, limit);
  return { items: page.map(make), next: rows.length > limit ? (page.at(-1)?.articleId ?? null) : null };
}

function articleItem({ kind, slug, number, publishedAt, body }: CurrentEdition, origin: string): ArticleItem {
  const { topic, gates, agency, verifiedOn, verifyAgainBy } = body.about;
  return {
    slug,
    title: wordsOf(body, "title"),
    summary: wordsOf(body, "summary"),
    topic: topic === "" ? null : topic,
    gates,
    agency,
    verifiedOn,
    verifyAgainBy,
    edition: number,
    publishedAt: publishedAt.toISOString(),
    url: articleAddresses(origin, kind, slug),
  };
}

function noticeItem(edition: CurrentEdition, origin: string, now: Date): NoticeItem {
  const { verifiedOn: _, verifyAgainBy: __, ...item } = articleItem(edition, origin);
  const { notice } = edition.body.about;
  if (!notice) throw new Error(`the notice ${edition.slug} says not when it holds`);
  return { ...item, ...notice, active: holdsAt(notice, now) };
}

function nodeItem(node: ArticleNode, edition: CurrentEdition, origin: string): NodeItem {
  const children = childrenOf(node);
  return {
    id: node.id,
    kind: node.kind,
    ...(node.kind === "heading" && { level: node.level }),
    ...(node.kind === "callout" && { tone: node.tone }),
    ...(node.verify !== undefined && { verify: node.verify }),
    ...(carriesWords(node) && { text: wordsOf(edition.body, node.id) }),
    ...(node.kind === "facts" && { facts: node.facts }),
    ...(node.kind === "contact" && { agency: node.agency }),
    ...(node.kind === "figure" && { picture: pictureItem(node.picture, origin) }),
    ...(children.length > 0 && { children: children.map((child) => nodeItem(child, edition, origin)) }),
  };
}

const pictureItem = ({ width, height, files }: Picture, origin: string): PictureItem => ({
  width,
  height,
  files: files.map((file) => ({ url: origin + mediaPath(file), type: `image/${file.type}`, width: file.width })),
});

function factItem({ key: _, ...fact }: Fact): FactItem {
  return { ...fact, words: byLang((lang) => formatFact(fact.value, lang)) };
}
