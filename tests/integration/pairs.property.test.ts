import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EditionBody } from "../../app/core/articles/edition.ts";
import { segmentsOf } from "../../app/core/articles/tree.ts";
import { AppError } from "../../app/core/errors.ts";
import { byLang, LANGS, type Lang } from "../../app/core/language/languages.ts";
import type { Role } from "../../app/core/people/roles.ts";
import { ofArticle, textHash } from "../../app/core/translation/wording.ts";
import { STRUCTURE_UNIT } from "../../app/core/workflow/approval.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { approveUnits } from "../../app/use-cases/approve-units.ts";
import { createArticle } from "../../app/use-cases/create-article.ts";
import { loadUnits } from "../../app/use-cases/load-units.ts";
import type { Actor, Ports } from "../../app/use-cases/ports.ts";
import { publishArticle } from "../../app/use-cases/publish-article.ts";
import { saveWording } from "../../app/use-cases/save-wording.ts";
import { actor as actorWith } from "./actors.ts";
import { databases, type FreshDatabase } from "./databases.ts";

const TREE = [
  { id: "p1", kind: "paragraph" as const },
  { id: "w", kind: "callout" as const, tone: "warning" as const },
];
const SEGMENTS = segmentsOf(TREE);
const ROLES: Record<string, Role[]> = {
  lan: ["translator"],
  hoa: ["translator", "reviewer"],
  minh: ["reviewer", "publisher"],
  "system-administrator": ["administrator"],
};

type Step =
  | { do: "save"; who: string; unit: string; lang: Lang; word: string; behind: boolean }
  | { do: "approve"; who: string; units: string[] }
  | { do: "publish"; who: string };

const who = fc.constantFrom(...Object.keys(ROLES));
const units = fc.subarray<string>([STRUCTURE_UNIT, ...SEGMENTS], { minLength: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("save" as const),
      who,
      unit: fc.constantFrom(...SEGMENTS),
      lang: fc.constantFrom(...LANGS),
      word: fc.constantFrom("một", "hai", "三", ""),
      behind: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("approve" as const), who, units: fc.oneof(units, fc.constant<string[]>([STRUCTURE_UNIT, ...SEGMENTS])) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("publish" as const), who }) },
);

/** What must be true, kept by hand and without the code under test: words, who wrote them, and what two people agreed on. */
class Model {
  readonly words = new Map<string, string>();
  /** Who changed which words since the unit was last approved. */
  readonly authors = new Map<string, Set<string>>();
  /** Every text that was ever handed in. */
  readonly submitted: string[] = [];
  /** Pairs that a second person approved, as "unit|vi|zh". */
  readonly agreed = new Set<string>();

  pair(unit: string): string {
    return [unit, ...LANGS.map((lang) => this.words.get(`${unit} ${lang}`) ?? "")].join("|");
  }
  wrote(actor: string, unit: string, lang: Lang, text: string): void {
    this.words.set(`${unit} ${lang}`, text);
    this.authors.set(unit, (this.authors.get(unit) ?? new Set()).add(actor));
  }
  approved(unit: string): void {
    this.agreed.add(this.pair(unit));
    this.authors.delete(unit);
  }
}

describe.each(databases())("pairs on $provider", ({ provider, fresh }) => {
  let own: FreshDatabase;
  let db: Database;
  let ports: Ports;
  let clock = Date.parse("2026-11-23T00:00:00Z");

  beforeAll(async () => {
    own = await fresh();
    db = await own.open();
    const unused = {} as never;
    ports = { write: db.write, now: () => new Date(clock++), newId, baseStrings: () => ({}), passwords: unused, secrets: unused, limits: unused };
  });
  afterAll(async () => {
    await db.close();
    await own.drop();
  });

  const actor = (id: string): Actor => actorWith(id, ...(ROLES[id] as Role[]));
  const current = async (articleId: string) => {
    const row = await db.read.edition.findUnique({ where: { currentOf: articleId } });
    return row && { number: row.number, body: row.body as unknown as EditionBody };
  };
  const refusal = async <T>(work: Promise<T>): Promise<T | string> => work.catch((error) => (error instanceof AppError ? error.code : Promise.reject(error)));

  async function run(steps: Step[]): Promise<void> {
    const model = new Model();
    const texts = byLang((lang) => Object.fromEntries(SEGMENTS.map((id) => [id, `${lang} ${id}`])));
    const about = { kind: "article" as const, notice: null, topic: "t", gates: [], agency: "a", verifiedOn: null, verifyAgainBy: null };
    const { articleId } = await createArticle(ports, actor("lan"), { slug: `bai-${newId()}`, sourceLang: "vi", tree: TREE, about, texts });
    const owner = ofArticle(articleId);
    for (const unit of [STRUCTURE_UNIT, ...SEGMENTS]) for (const lang of LANGS) model.wrote("lan", unit, lang, texts[lang][unit] ?? "");
    model.submitted.push(...Object.values(texts).flatMap((of) => Object.values(of)));
    let served: EditionBody | null = null;

    for (const one of steps) {
      const now = await db.write((tx) => loadUnits(ports, tx, owner));
      if (one.do === "save") {
        const unit = now.find(({ unit }) => unit === one.unit);
        const text = one.word && `${one.word} ${clock}`;
        const revision = (unit?.wordings[one.lang]?.revision ?? 0) - (one.behind ? 1 : 0);
        const saved = await refusal(
          saveWording(ports, actor(one.who), { owner, unit: one.unit, lang: one.lang, text, revision, sourceHash: textHash(unit?.texts.vi ?? "") }),
        );
        if (saved === "not_allowed") expect(ROLES[one.who]).toEqual([]);
        else if (typeof saved !== "string" && saved.kind === "saved") model.wrote(one.who, one.unit, one.lang, text);
        if (typeof saved !== "string" && saved.kind !== "unchanged") model.submitted.push(text);
        if (one.behind && typeof saved !== "string") expect(saved.kind).not.toBe("saved");
      } else if (one.do === "approve") {
        const seen = Object.fromEntries(now.filter(({ unit }) => one.units.includes(unit)).map(({ unit, hash }) => [unit, hash]));
        const outcome = await refusal(approveUnits(ports, actor(one.who), { owner, seen }));
        if (typeof outcome === "string") continue;
        for (const unit of outcome.approved) {
          const already = model.agreed.has(model.pair(unit));
          if (!already) expect(model.authors.get(unit) ?? new Set()).satisfies((set: Set<string>) => !set.has(one.who));
          model.approved(unit);
        }
      } else {
        const outcome = await refusal(publishArticle(ports, actor(one.who), { articleId }));
        if (typeof outcome !== "string") served = (await current(articleId))?.body ?? null;
      }

      const edition = await current(articleId);
      // Nothing but a publication changes what readers see.
      expect(edition?.body ?? null).toEqual(served);
      if (!edition) continue;
      for (const lang of LANGS) {
        expect(Object.keys(edition.body.texts[lang]).sort()).toEqual([...SEGMENTS].sort());
        for (const id of SEGMENTS) expect(edition.body.texts[lang][id]?.trim()).not.toBe("");
      }
      for (const id of SEGMENTS) expect(model.agreed).toContain([id, ...LANGS.map((lang) => edition.body.texts[lang][id])].join("|"));
    }

    const kept = new Set((await db.read.wordingEdit.findMany({ where: { owner } })).map(({ text }) => text));
    for (const text of model.submitted) expect(kept).toContain(text);
    const atWork = await db.read.wording.findMany({ where: { owner } });
    for (const { unit, lang, text } of atWork) expect(text).toBe(model.words.get(`${unit} ${lang}`));
  }

  it("no sequence of edits, approvals and publications serves half a pair, words of one person alone, or loses a text", async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), run), { numRuns: provider === "sqlite" ? 60 : 15 });
  });

  it("the test itself sees editions: edits by one, approved and published by another, are served", async () => {
    const all = [STRUCTURE_UNIT, ...SEGMENTS];
    const before = await db.read.edition.count();
    await run([
      { do: "approve", who: "minh", units: all },
      { do: "publish", who: "minh" },
      { do: "save", who: "hoa", unit: "p1", lang: "zh", word: "三", behind: false },
      { do: "approve", who: "hoa", units: all },
      { do: "publish", who: "minh" },
      { do: "approve", who: "minh", units: all },
      { do: "publish", who: "system-administrator" },
    ]);
    expect((await db.read.edition.count()) - before).toBe(2);
  });
});
