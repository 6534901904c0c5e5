import { parse } from "yaml";
import { z } from "zod";
import { ARTICLE_KINDS, type ArticleKind, NOTICE_LEVELS } from "../../core/articles/kinds.ts";
import type { ArticleNode, ArticleTree, Cell, Item, Row } from "../../core/articles/tree.ts";
import type { Agency } from "../../core/facts/dated.ts";
import type { Fact } from "../../core/facts/fact.ts";
import type { Gate } from "../../core/facts/gate.ts";
import type { Topic } from "../../core/facts/topic.ts";
import { type ByLang, byLang, isLang, LANGS, type Lang } from "../../core/language/languages.ts";
import type { Term } from "../../core/translation/term.ts";
import type { CreateArticle } from "../../use-cases/create-article.ts";

/** What the files under prisma/starter/ say, ready for the use-cases. The format is described in prisma/starter/README.md. */
export interface Starter {
  agencies: Agency[];
  topics: Topic[];
  gates: Gate[];
  facts: Fact[];
  terms: Term[];
  articles: CreateArticle[];
}

const words = z.object(byLang(() => z.string().trim().min(1)));
const optionalWords = z.object(byLang(() => z.string().nullable()));
const mark = z.enum(["confirmed", "verify"]);
const day = z.iso.date().nullable();
const key = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const factKey = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/);
const lang = z.custom<Lang>(isLang);

const agencySchema = z.object({ key, phone: z.string().nullable(), names: z.array(words.extend({ from: day, until: day })).min(1) });
const spellings = z.array(z.string().trim().min(1)).default([]);
const termSchema = words.extend({
  key,
  pinyin: z.string().trim().min(1),
  note: words.nullable().default(null),
  variants: z.object(byLang(() => spellings)).prefault({}),
  mark,
  check: z.enum(["error", "warning", "off"]).optional(),
  accepted: z
    .object(byLang(() => spellings))
    .partial()
    .optional(),
  forbidden: z
    .object(byLang(() => spellings))
    .partial()
    .optional(),
});
const topicSchema = z.object({ key, icon: key, name: words, signOff: z.array(key).min(1).optional() });

const factValue = z.discriminatedUnion("type", [
  z.object({ type: z.literal("money"), amount: z.number(), currency: z.enum(["VND", "CNY", "USD"]) }),
  z.object({ type: z.literal("quantity"), amount: z.number(), unit: z.enum(["litre", "gram", "cigarette", "cigar", "piece"]) }),
  z.object({ type: z.literal("duration"), amount: z.number(), unit: z.enum(["day", "month", "year", "hour"]) }),
  z.object({ type: z.literal("hours"), opens: z.string().regex(/^\d\d:\d\d$/), closes: z.string().regex(/^\d\d:\d\d$/) }),
  z.object({ type: z.literal("date"), day: z.iso.date() }),
  z.object({ type: z.literal("phone"), number: z.string() }),
  z.object({ type: z.literal("percent"), amount: z.number() }),
  z.object({ type: z.literal("age"), years: z.number().int() }),
  z.object({ type: z.literal("unpublished") }),
]);
const factSchema = z.object({
  key: factKey,
  label: words,
  value: factValue,
  agency: key,
  mark,
  verified: day,
  "verify-again": day,
  source: z.string().nullable(),
});

const gateSchema = z.object({
  key,
  name: optionalWords,
  "name-mark": z.object(byLang(() => mark)),
  opposite: words.extend({ mark }).nullable(),
  markers: z.string().nullable(),
  kinds: z.array(
    z.object({ kind: z.enum(["international_road", "international_rail", "main", "route_of_huu_nghi", "unconfirmed"]), from: day, until: day, mark }),
  ),
  hours: z.object({ passengers: factKey.optional(), freight: factKey.optional() }),
  agency: key,
  summary: words,
});

const verify = { verify: key.optional() };
const item = words.extend({ id: key, ...verify });
const nodeSchema = z.union([
  words.extend({ heading: key, level: z.union([z.literal(2), z.literal(3)]).default(2), ...verify }).strict(),
  words.extend({ paragraph: key, ...verify }).strict(),
  words.extend({ callout: key, tone: z.enum(["note", "warning"]), ...verify }).strict(),
  z.strictObject({ list: key, items: z.array(item.strict()), ...verify }),
  z.strictObject({ steps: key, items: z.array(item.strict()), ...verify }),
  z.strictObject({ table: key, rows: z.array(z.strictObject({ id: key, cells: z.array(item.strict()), ...verify })), ...verify }),
  z.strictObject({ facts: key, show: z.array(factKey) }),
  z.strictObject({ contact: key, agency: key }),
]);
type StarterNode = z.infer<typeof nodeSchema>;

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const articleSchema = z.strictObject({
  slug: key,
  kind: z.enum(ARTICLE_KINDS).optional(),
  notice: z
    .strictObject({ level: z.enum(NOTICE_LEVELS), from: instant, until: instant.nullable() })
    .nullable()
    .default(null),
  topic: key.or(z.literal("")).default(""),
  gates: z.array(key).default([]),
  agency: key,
  source: lang,
  verified: day,
  "verify-again": day,
  title: words,
  summary: words,
  body: z.array(nodeSchema),
});

/** The folder of each kind, in the order in which they are loaded. */
const FOLDERS: Record<ArticleKind, string> = { article: "articles/", question: "questions/", phrase: "phrases/", notice: "notices/", page: "pages/" };

/**
 * Reads the starter content.
 * @param files text by path, the paths relative to prisma/starter/
 * @throws Error naming the file and what is wrong in it
 */
export function readStarter(files: Record<string, string>): Starter {
  const list = <T>(name: string, schema: z.ZodType<T>): T[] => read(name, files[name] ?? "", z.array(schema));
  const names = Object.keys(files).sort();
  const articles = ARTICLE_KINDS.flatMap((kind) =>
    names.filter((name) => name.startsWith(FOLDERS[kind])).map((name) => toArticle(name, kind, read(name, files[name] ?? "", articleSchema))),
  );
  return {
    agencies: list("agencies.yaml", agencySchema).map(({ key, phone, names }) => ({
      key,
      phone,
      names: names.map(({ from, until, ...name }) => ({ from, until, name })),
    })),
    topics: list("topics.yaml", topicSchema).map((topic, position) => ({ ...topic, position })),
    gates: list("gates.yaml", gateSchema).map(toGate),
    facts: list("facts.yaml", factSchema).map(({ verified, "verify-again": again, ...fact }) => ({ ...fact, verifiedOn: verified, verifyAgainBy: again })),
    terms: ("terms.yaml" in files ? list("terms.yaml", termSchema) : []).map(toTerm),
    articles,
  };
}

function read<T>(name: string, text: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parse(text.normalize("NFC")));
  if (!parsed.success) throw new Error(`prisma/starter/${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function toGate({ "name-mark": nameMark, opposite, ...gate }: z.infer<typeof gateSchema>, position: number): Gate {
  const facing = opposite && { name: byLang((code) => opposite[code]), mark: opposite.mark };
  return { ...gate, position, nameMark, opposite: facing };
}

function toTerm({ key, pinyin, note, variants, mark, check, accepted, forbidden, ...named }: z.infer<typeof termSchema>): Term {
  const rule = { ...(check && { check }), ...(accepted && { accepted }), ...(forbidden && { forbidden }) };
  return { key, words: named, variants, pinyin, note, mark, ...rule };
}

function toArticle(name: string, kind: ArticleKind, article: z.infer<typeof articleSchema>): CreateArticle {
  if (article.kind && article.kind !== kind) throw new Error(`prisma/starter/${name}: a ${article.kind} stands in the folder of another kind`);
  const texts: ByLang<Record<string, string>> = byLang((code) => ({ title: article.title[code], summary: article.summary[code] }));
  const keep = (id: string, from: ByLang<string>) => {
    for (const code of LANGS) texts[code][id] = from[code];
  };
  const tree: ArticleTree = article.body.map((node) => toNode(node, keep));
  const about = {
    kind,
    notice: article.notice,
    topic: article.topic,
    gates: article.gates,
    agency: article.agency,
    verifiedOn: article.verified,
    verifyAgainBy: article["verify-again"],
  };
  return { slug: article.slug, sourceLang: article.source, tree, about, texts };
}

function toNode(node: StarterNode, keep: (id: string, words: ByLang<string>) => void): ArticleNode {
  const base = (id: string, from: { verify?: string | undefined }) => (from.verify ? { id, verify: from.verify } : { id });
  const items = (list: z.infer<typeof item>[], kind: "item" | "cell") =>
    list.map((one) => {
      keep(one.id, one);
      return { ...base(one.id, one), kind };
    });
  if ("facts" in node) return { id: node.facts, kind: "facts", facts: node.show };
  if ("contact" in node) return { id: node.contact, kind: "contact", agency: node.agency };
  if ("list" in node) return { ...base(node.list, node), kind: "list", children: items(node.items, "item") as Item[] };
  if ("steps" in node) return { ...base(node.steps, node), kind: "steps", children: items(node.items, "item") as Item[] };
  if ("table" in node) {
    const rows: Row[] = node.rows.map((row) => ({ ...base(row.id, row), kind: "row", children: items(row.cells, "cell") as Cell[] }));
    return { ...base(node.table, node), kind: "table", children: rows };
  }
  if ("heading" in node) {
    keep(node.heading, node);
    return { ...base(node.heading, node), kind: "heading", level: node.level };
  }
  if ("callout" in node) {
    keep(node.callout, node);
    return { ...base(node.callout, node), kind: "callout", tone: node.tone };
  }
  keep(node.paragraph, node);
  return { ...base(node.paragraph, node), kind: "paragraph" };
}
