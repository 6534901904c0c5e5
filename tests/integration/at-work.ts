import type { EditionBody, EditionNote } from "../../app/core/articles/edition.ts";
import type { Member } from "../../app/core/people/roles.ts";
import { type Owner, ofArticle, textHash } from "../../app/core/translation/wording.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { approveUnits } from "../../app/use-cases/approve-units.ts";
import { createArticle } from "../../app/use-cases/create-article.ts";
import { loadEditionToBe } from "../../app/use-cases/issue-edition.ts";
import { loadUnits } from "../../app/use-cases/load-units.ts";
import type { Actor, Ports } from "../../app/use-cases/ports.ts";
import { saveWording } from "../../app/use-cases/save-wording.ts";
import type { FreshDatabase } from "./databases.ts";

/** People at work on articles in a database of their own, at a time that passes by the second unless it is set. */
export interface AtWork {
  db: Database;
  ports: Ports;
  /** Sets the clock. */
  itIs(instant: string): void;
  /** Makes an article of one paragraph, its words made of its slug, nothing of it approved. */
  article(by: Actor, slug: string, topic?: string): Promise<{ articleId: string; owner: Owner }>;
  save(by: Actor, owner: Owner, unit: string, words: { vi?: string; zh?: string }): Promise<void>;
  approveAll(by: Actor, owner: Owner): Promise<{ approved: string[]; refused: { unit: string; code: string }[] }>;
  hashOf(owner: Owner, unit: string): Promise<string>;
  /** Of the edition that would go out now. */
  contentHash(articleId: string): Promise<string>;
  current(articleId: string): Promise<{ number: number; body: EditionBody; note: EditionNote | null; publishedBy: string | null } | null>;
  close(): Promise<void>;
}

export const AGENCIES = ["border-guard", "customs"];

export async function openAtWork(fresh: () => Promise<FreshDatabase>, members: Member[]): Promise<AtWork> {
  const place = await fresh();
  const db = await place.open();
  let time = Date.parse("2026-11-23T01:00:00Z");
  const now = () => {
    time += 1000;
    return new Date(time);
  };
  const ports = { write: db.write, now, newId, baseStrings: () => ({}) } as Partial<Ports> as Ports;
  await db.write(async (tx) => {
    for (const one of members) await tx.members.insert({ ...one, passwordHash: null, createdAt: new Date(time), disabledAt: null });
    for (const key of AGENCIES) await tx.places.putAgency({ key, names: [{ name: { vi: key, zh: key }, from: null, until: null }], phone: null });
    for (const [position, key] of ["hours", "law"].entries()) await tx.places.putTopic({ key, position, icon: "law", name: { vi: key, zh: key } });
  });
  const unitsOf = (owner: Owner) => db.write((tx) => loadUnits(ports, tx, owner));
  return {
    db,
    ports,
    itIs(instant) {
      time = Date.parse(instant);
    },
    async article(by, slug, topic = "hours") {
      const about = { kind: "article" as const, notice: null, topic, gates: [], agency: "border-guard", verifiedOn: null, verifyAgainBy: null };
      const texts = {
        vi: { title: `Bài ${slug}`, summary: "Tóm tắt.", p1: "Xin đến sớm." },
        zh: { title: "文章", summary: "摘要。", p1: "请提前到达。" },
      };
      const { articleId } = await createArticle(ports, by, { slug, sourceLang: "vi", tree: [{ id: "p1", kind: "paragraph" }], about, texts });
      return { articleId, owner: ofArticle(articleId) };
    },
    async save(by, owner, name, words) {
      for (const lang of ["vi", "zh"] as const) {
        const text = words[lang];
        if (text === undefined) continue;
        const unit = (await unitsOf(owner)).find((one) => one.unit === name);
        const revision = unit?.wordings[lang]?.revision ?? 0;
        const saved = await saveWording(ports, by, { owner, unit: name, lang, text, revision, sourceHash: textHash(unit?.texts.vi ?? "") });
        if (saved.kind !== "saved") throw new Error(`not saved: ${saved.kind}`);
      }
    },
    async approveAll(by, owner) {
      const seen = Object.fromEntries((await unitsOf(owner)).map(({ unit, hash }) => [unit, hash]));
      return approveUnits(ports, by, { owner, seen });
    },
    hashOf: async (owner, name) => (await unitsOf(owner)).find(({ unit }) => unit === name)?.hash ?? "",
    contentHash: async (articleId) => (await db.write((tx) => loadEditionToBe(tx, articleId))).toBe.contentHash ?? "",
    async current(articleId) {
      const row = await db.read.edition.findUnique({ where: { currentOf: articleId } });
      return (
        row && { number: row.number, body: row.body as unknown as EditionBody, note: row.note as unknown as EditionNote | null, publishedBy: row.publishedBy }
      );
    },
    async close() {
      await db.close();
      await place.drop();
    },
  };
}
