import { ARTICLE_KINDS, NOTICE_LEVELS } from "../articles/kinds.ts";
import { STATUS } from "../errors.ts";
import { DIRECTIONS, FLOWS } from "../facts/gate.ts";
import { LANGS } from "../language/languages.ts";

type Schema = Record<string, unknown>;

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const text = (description?: string): Schema => ({ type: "string", ...(description && { description }) });
const orNull = (schema: Schema): Schema =>
  "$ref" in schema || "enum" in schema ? { anyOf: [schema, { type: "null" }] } : { ...schema, type: [schema.type, "null"] };
const instant = (description: string): Schema => ({ type: "string", format: "date-time", description });
const day: Schema = { type: "string", format: "date" };
const list = (items: Schema): Schema => ({ type: "array", items });
const each = (schema: Schema): Schema => ({ type: "object", required: LANGS, properties: Object.fromEntries(LANGS.map((lang) => [lang, schema])) });

/** All properties are always there unless named as optional. */
function object(properties: Record<string, Schema>, optional: readonly string[] = []): Schema {
  return { type: "object", required: Object.keys(properties).filter((name) => !optional.includes(name)), properties };
}

/** A list: `next` is the cursor of the page that follows. */
const page = (items: Schema, more: Record<string, Schema> = {}): Schema =>
  object({ items: list(items), next: { type: ["string", "null"], description: "The cursor of the next page; null: this is the last." }, ...more });

const MARK: Schema = { enum: ["confirmed", "verify"], description: "`verify`: the responsible agency has still to confirm it." };

const article = {
  slug: text("The same in every language."),
  title: ref("Words"),
  summary: ref("Words"),
  topic: { type: ["string", "null"] },
  gates: { ...list(text()), description: "Keys of the gates it concerns; empty: all." },
  agency: text("Key of the responsible agency."),
  verifiedOn: orNull(day),
  verifyAgainBy: orNull(day),
  edition: { type: "integer", minimum: 1, description: "1, 2, 3… within its article." },
  publishedAt: instant("When this edition was published, in every language at once."),
  url: ref("Addresses"),
};

const { verifiedOn: _, verifyAgainBy: __, ...notice } = article;

/** What the API's answers look like (JSON Schema 2020-12, as OpenAPI 3.1 has it). */
export const SCHEMAS: Record<string, Schema> = {
  Lang: { enum: LANGS },
  Words: { ...each(text()), description: "The same words in every language." },
  Addresses: { ...each({ type: "string", format: "uri" }), description: "The page in each language." },
  Article: object(article),
  ArticleList: page(ref("Article")),
  ArticleWhole: object({
    ...article,
    contentHash: text("Changes with every edition."),
    body: list(ref("Node")),
    facts: { type: "object", additionalProperties: ref("Fact"), description: "The facts that it refers to, by key, as this edition pins them." },
  }),
  Node: {
    ...object(
      {
        id: text("Stable; the paragraph's anchor on its page is `#s-<id>`."),
        kind: { enum: ["heading", "paragraph", "item", "list", "steps", "callout", "cell", "row", "table", "facts", "contact", "figure", "alt", "caption"] },
        level: { enum: [2, 3] },
        tone: { enum: ["note", "warning"] },
        verify: text("Key of the agency that has still to confirm it."),
        text: ref("Words"),
        facts: list(text()),
        agency: text(),
        picture: ref("Picture"),
        children: list(ref("Node")),
      },
      ["level", "tone", "verify", "text", "facts", "agency", "picture", "children"],
    ),
    description: "A node of the structure that all languages share.",
  },
  Picture: {
    ...object({
      width: { type: "integer", minimum: 1, description: "Of the largest file, in pixels." },
      height: { type: "integer", minimum: 1 },
      files: list(
        object({
          url: { type: "string", format: "uri", description: "Never changes: another picture has another address." },
          type: { enum: ["image/webp", "image/jpeg"] },
          width: { type: "integer", minimum: 1 },
        }),
      ),
    }),
    description: "Of a figure: the same picture in several sizes. What it shows stands in its `alt`.",
  },
  Fact: object({
    label: ref("Words"),
    value: { ...object({ type: text() }), additionalProperties: true, description: "The typed value, for computing." },
    words: { ...ref("Words"), description: "The value as each language writes it." },
    agency: text(),
    mark: MARK,
    verifiedOn: orNull(day),
    verifyAgainBy: orNull(day),
    source: { type: ["string", "null"] },
  }),
  Notice: object({
    ...notice,
    level: { enum: NOTICE_LEVELS },
    from: instant("From when it holds."),
    until: orNull(instant("Until when; null: until it is taken back.")),
    active: { type: "boolean", description: "Whether it holds at the moment of the answer." },
  }),
  NoticeList: page(ref("Notice")),
  Flow: object({
    flow: { enum: FLOWS },
    direction: { enum: [...DIRECTIONS, null], description: "Into Vietnam or out of it; null: both alike." },
    state: {
      enum: ["open", "opens", "congested", "suspended", "closed", "unknown"],
      description: "`opens`: outside its hours. Silence is never told as `open`.",
    },
    opensAt: orNull(instant("When it opens, by its hours.")),
    closesAt: orNull(instant("When it closes, by its hours.")),
    until: orNull(instant("When a halt is expected to end.")),
    waitMinutes: { type: ["number", "null"] },
    reason: orNull(ref("Words")),
    confirmedAt: orNull(instant("When a person last confirmed it.")),
    hours: { anyOf: [object({ opens: text("24-hour clock, Hanoi (UTC+7)."), closes: text(), mark: MARK }), { type: "null" }] },
  }),
  Gate: object({
    slug: text(),
    title: ref("Words"),
    summary: ref("Words"),
    name: { ...each({ type: ["string", "null"] }), description: "Null where no name is confirmed in that language." },
    nameMark: each(MARK),
    position: { type: "integer", minimum: 0 },
    kind: { anyOf: [object({ kind: text(), mark: MARK }), { type: "null" }] },
    opposite: { anyOf: [object({ name: ref("Words"), mark: MARK }), { type: "null" }] },
    markers: { type: ["string", "null"] },
    agency: text(),
    flows: list(ref("Flow")),
    url: ref("Addresses"),
  }),
  GateList: page(ref("Gate"), {
    asOf: instant("The instant for which the statuses hold."),
    validUntil: orNull(instant("When a status changes next by itself.")),
  }),
  Hit: object({
    kind: { enum: [...ARTICLE_KINDS, "gate"] },
    slug: text(),
    title: ref("Words"),
    passage: { anyOf: [object({ segment: text("Its anchor on the page is `#s-<segment>`."), lang: ref("Lang"), text: text() }), { type: "null" }] },
    url: ref("Addresses"),
  }),
  HitList: page(ref("Hit")),
  Error: object({ error: object({ code: { enum: Object.keys(STATUS) }, message: ref("Words") }) }),
};
