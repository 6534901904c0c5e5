import type { Article } from "../articles/article.ts";
import type { Edition } from "../articles/edition.ts";
import { type ArticleNode, carriesWords, HEAD_SEGMENTS, shapeOf, shapesOf, walk } from "../articles/tree.ts";
import { hashOf } from "../hash.ts";
import { type ByLang, byLang, type Lang, others } from "../language/languages.ts";
import { atWork, baseHash, type Catalogue, published as publishedCatalogue, STRINGS_SOURCE, type StringOverride, standing } from "../strings/catalogue.ts";
import { type Freshness, freshness, type Owner, partsOfSource, sourceHashOf, type Wording } from "../translation/wording.ts";
import { type Approval, pairHash, STRUCTURE_UNIT } from "./approval.ts";
import { type Return, standingReturn } from "./returned.ts";
import { type UnitFacts, type UnitState, unitState } from "./state.ts";

/** One pair of words at work, with all that can be known of where it stands. */
export interface Unit extends UnitFacts {
  unit: string;
  /** The node's kind; for strings "string", for the structure "structure". */
  kind: ArticleNode["kind"] | "title" | "summary" | "string" | "structure";
  sourceLang: Lang;
  texts: ByLang<string>;
  wordings: ByLang<Wording | null>;
  freshness: Partial<Record<Lang, Freshness>>;
  /** What a translation saved beside these words is made from. */
  sourceHash: string;
  /** Hash of the program's own texts that a string was last looked at with, where it brings others along today; null elsewhere. */
  formerBase: string | null;
  /** What an approval of these words is bound to. */
  hash: string;
  approval: Approval | null;
  state: UnitState;
}

interface Parts {
  unit: string;
  kind: Unit["kind"];
  shape: unknown;
  sourceLang: Lang;
  wordings: ByLang<Wording | null>;
  approval: Approval | null;
  returned: Return | null;
  isPublished: (texts: ByLang<string>) => boolean;
  /** Of a string: hash of what the program itself brings along. */
  base?: string;
}

function assemble({ unit, kind, shape, sourceLang, wordings, approval, returned, isPublished, base }: Parts): Unit {
  const texts = byLang((lang) => wordings[lang]?.text ?? "");
  const source = texts[sourceLang];
  const wordless = kind === "structure";
  // Words that are the program's own can't be behind it.
  const over = base === undefined || hashOf(texts) === base ? null : base;
  const fresh: Partial<Record<Lang, Freshness>> = wordless
    ? {}
    : Object.fromEntries(others(sourceLang).map((lang) => [lang, freshness(wordings[lang], source, over)]));
  const lookedAt = others(sourceLang).map((lang) => partsOfSource(wordings[lang]?.sourceHash ?? null).base);
  const hash = pairHash(unit, shape, texts);
  const sentBack = standingReturn(returned, hash, approval);
  const facts: UnitFacts = {
    targets: Object.values(fresh),
    sourceWritten: wordless || source.trim() !== "",
    approved: approval?.pairHash === hash && !sentBack,
    returned: sentBack,
    published: isPublished(texts),
  };
  // What was sent back after an approval of the same words stands as if nobody had approved it: its writers can't fall back on that.
  const counting = sentBack && approval?.pairHash === hash ? null : approval;
  return {
    unit,
    kind,
    sourceLang,
    texts,
    wordings,
    freshness: fresh,
    sourceHash: sourceHashOf(source, base),
    formerBase: (over && lookedAt.find((one) => one !== null && one !== over)) ?? null,
    hash,
    approval: counting,
    state: unitState(facts),
    ...facts,
  };
}

/** The newest judgements of each unit, by unit. */
export interface Judged {
  approvals: ReadonlyMap<string, Approval>;
  returns: ReadonlyMap<string, Return>;
}

/** Everything about an article that is approved and published: its structure first, then its segments in reading order. */
export function articleUnits(article: Article, wordings: readonly Wording[], judged: Judged, edition: Edition | null): Unit[] {
  const rows = new Map(wordings.map((wording) => [`${wording.lang} ${wording.unit}`, wording]));
  const row = (unit: string): ByLang<Wording | null> => byLang((lang) => rows.get(`${lang} ${unit}`) ?? null);
  const nodes = [...walk(article.tree)];
  const shapes = shapesOf(article.tree);
  const publishedShapes = new Map([...shapesOf(edition?.body.tree ?? [])].map(([id, shape]) => [id, hashOf(shape)]));
  const structure = { tree: nodes.map(shapeOf), about: article.about };
  const publishedStructure = edition && { tree: [...walk(edition.body.tree)].map(shapeOf), about: edition.body.about };
  const common = (unit: string) => ({ unit, sourceLang: article.sourceLang, ...judgedAs(judged, unit) });
  const saysSame = (unit: string) => (texts: ByLang<string>) =>
    edition !== null && hashOf(texts) === hashOf(byLang((lang) => edition.body.texts[lang][unit] ?? ""));

  const head = HEAD_SEGMENTS.map((unit) =>
    assemble({ ...common(unit), kind: unit as "title" | "summary", shape: null, wordings: row(unit), isPublished: saysSame(unit) }),
  );
  const body = nodes.filter(carriesWords).map((node) => {
    const shape = shapes.get(node.id);
    const sameShape = publishedShapes.get(node.id) === hashOf(shape);
    return assemble({ ...common(node.id), kind: node.kind, shape, wordings: row(node.id), isPublished: (texts) => sameShape && saysSame(node.id)(texts) });
  });
  const whole = assemble({
    ...common(STRUCTURE_UNIT),
    kind: "structure",
    shape: structure,
    wordings: byLang(() => null),
    isPublished: () => publishedStructure !== null && hashOf(publishedStructure) === hashOf(structure),
  });
  return [whole, ...head, ...body];
}

/** Every string of a namespace, in the order of its file. */
export function stringUnits(owner: Owner, base: Catalogue, overrides: readonly StringOverride[], wordings: readonly Wording[], judged: Judged): Unit[] {
  const live = publishedCatalogue(base, overrides);
  const overrideOf = new Map(overrides.map((override) => [override.key, override]));
  return Object.entries(base).map(([key, brought]) => {
    const seen = live[key] as ByLang<string>;
    return assemble({
      unit: key,
      kind: "string",
      shape: null,
      sourceLang: STRINGS_SOURCE,
      base: baseHash(brought),
      wordings: atWork(owner, key, standing(brought, overrideOf.get(key)), wordings),
      ...judgedAs(judged, key),
      isPublished: (texts) => hashOf(texts) === hashOf(seen),
    });
  });
}

const judgedAs = ({ approvals, returns }: Judged, unit: string) => ({ approval: approvals.get(unit) ?? null, returned: returns.get(unit) ?? null });

/** The words of an article's segments by language, for an edition. */
export function textsOf(units: readonly Unit[]): ByLang<Record<string, string>> {
  return byLang((lang) => Object.fromEntries(units.filter((unit) => unit.kind !== "structure").map((unit) => [unit.unit, unit.texts[lang]])));
}
