/**
 * The process that is killed: the portal's own application without its pages, in which members write, approve and publish pairs as fast
 * as it goes. It says each thing that was acknowledged, as a line of JSON, when it was; asked to rest, what its search finds.
 */
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../app/core/errors.ts";
import { LANGS } from "../../app/core/language/languages.ts";
import { unlimited } from "../../app/core/people/roles.ts";
import { ofArticle, textHash } from "../../app/core/translation/wording.ts";
import { type App, openApp } from "../../app/server/app.server.ts";
import { openDatabase } from "../../app/server/db/database.server.ts";
import { readSettings } from "../../app/server/settings.server.ts";
import { loadUnits } from "../../app/use-cases/load-units.ts";
import type { Actor, Ports } from "../../app/use-cases/ports.ts";
import { firstNumber, numberOf, TREE, textOf, textsOf, UNITS } from "./pair-texts.ts";

/** What it says. */
export type Said =
  | { say: "ready"; found: Record<string, boolean>; revision: number }
  | { say: "rested"; found: Record<string, boolean>; revision: number; busy: number }
  | { say: "saved"; owner: string; unit: string; lang: string; revision: number; text: string }
  | { say: "published"; articleId: string; number: number; n: number; revision: number }
  | { say: "clash"; theirs: string; mine: string }
  /** So many times it was sent away, and came again. */
  | { say: "busy"; times: number }
  | { say: "failed"; what: string };

/** What it is started with. */
export interface Plan {
  dataDir: string;
  url: string | null;
  /** How many articles are written at once. */
  articles: number;
  /** So many simultaneous saves of one unit in place of all that, told apart by `from`. */
  saves?: { owner: string; unit: string; revision: number; from: number; count: number };
}

const plan = JSON.parse(process.argv[2] ?? "") as Plan;
const tell = (said: Said) => process.stdout.write(`${JSON.stringify(said)}\n`);
const someone = (id: string): Actor => ({ id, roles: ["administrator"], grants: [unlimited("administrator")], team: null });
const [writer, reviewer] = [someone("writer"), someone("reviewer")];
const slugOf = (index: number) => `thong-bao-${index}`;
const unused = {} as never;
const reading = { baseStrings: () => ({}) } as unknown as Ports;

let going = false;
/** Refusals because the database was away: they are no acknowledgement, and no failure. */
let busy = 0;

async function whereSearchStands(app: App): Promise<{ found: Record<string, boolean>; revision: number }> {
  await app.outbox.catchUp();
  await app.search.ready();
  const found: Record<string, boolean> = {};
  for (const row of await app.db.read.edition.findMany({ where: { currentOf: { not: null } }, select: { slug: true, body: true } })) {
    const n = numberOf((row.body as unknown as { texts: never }).texts);
    for (const lang of LANGS) {
      const { hits } = await app.search.query({ text: String(n), lang, limit: 10 });
      found[`${row.slug} ${lang}`] = hits.some(
        ({ slug, title }) => slug === row.slug && title.map(({ text }) => text).join("") === textOf("title", lang, n ?? 0),
      );
    }
  }
  return { found, revision: app.search.revision() };
}

/** Goes on where the words at work are, whichever round a crash cut short. */
async function nextNumber(app: App, owner: string, index: number): Promise<number> {
  const rows = await app.db.read.wording.findMany({ where: { owner }, select: { text: true } });
  return Math.max(firstNumber(index), ...rows.map(({ text }) => Number(/\d+/.exec(text)?.[0] ?? 0))) + 1;
}

async function articleAt(app: App, index: number): Promise<string> {
  const slug = slugOf(index);
  const there = await app.db.read.article.findUnique({ where: { slug }, select: { id: true } });
  if (there) return there.id;
  const about = { kind: "article" as const, notice: null, topic: "thong-bao", gates: [], agency: "bien-phong", verifiedOn: null, verifyAgainBy: null };
  return (await app.useCases.createArticle(writer, { slug, sourceLang: "vi", tree: TREE, about, texts: textsOf(firstNumber(index)) })).articleId;
}

/** One pair, from the first word to its publication. */
async function round(app: App, articleId: string, n: number): Promise<void> {
  const owner = ofArticle(articleId);
  for (const lang of LANGS) {
    for (const unit of UNITS) {
      if (!going) return;
      const text = textOf(unit, lang, n);
      const row = await app.db.read.wording.findUnique({ where: { owner_unit_lang: { owner, unit, lang } }, select: { revision: true } });
      const sourceHash = lang === "vi" ? null : textHash(textOf(unit, "vi", n));
      const saved = await app.useCases.saveWording(writer, { owner, unit, lang, text, revision: row?.revision ?? 0, sourceHash });
      if (saved.kind === "clash") throw new Error(`${unit} ${lang} clashes, and nobody else writes it`);
      tell({ say: "saved", owner, unit, lang, revision: saved.wording.revision, text });
    }
  }
  const units = await app.db.write((tx) => loadUnits(reading, tx, owner));
  const { refused } = await app.useCases.approveUnits(reviewer, { owner, seen: Object.fromEntries(units.map(({ unit, hash }) => [unit, hash])) });
  if (refused.length) throw new Error(`not approved: ${JSON.stringify(refused)}`);
  const { editionNumber, revision } = await app.useCases.publishArticle(reviewer, { articleId });
  if (revision !== null) tell({ say: "published", articleId, number: editionNumber, n, revision });
}

async function write(app: App, index: number): Promise<void> {
  while (going) {
    try {
      const articleId = await articleAt(app, index);
      await round(app, articleId, await nextNumber(app, ofArticle(articleId), index));
    } catch (error) {
      if (!(error instanceof AppError && error.code === "busy"))
        return tell({ say: "failed", what: error instanceof Error ? (error.stack ?? error.message) : String(error) }) as never;
      busy += 1;
      await pause(50);
    }
  }
}

async function publishPairs(): Promise<void> {
  const address = { url: plan.url, dataDir: plan.dataDir };
  const settings = readSettings({ PORT: "0", DATA_DIR: plan.dataDir, DATABASE_URL: plan.url ?? "" });
  const database = await openDatabase(address);
  // With a member there, the portal leaves its starter content away.
  const member = { ...writer, email: "writer@faults.invalid", name: "W", lang: "vi" as const, passwordHash: null, createdAt: new Date(), disabledAt: null };
  if ((await database.read.member.count()) === 0) await database.write((tx) => tx.members.insert(member));
  await database.close();
  const app = await openApp(settings, () => {});
  let loops: Promise<void>[] = [];
  const orders: Record<string, () => Promise<void>> = {
    async go() {
      going = true;
      loops = Array.from({ length: plan.articles }, (_, index) => write(app, index));
    },
    async rest() {
      going = false;
      await Promise.all(loops);
      tell({ say: "rested", ...(await whereSearchStands(app)), busy });
    },
    async end() {
      going = false;
      await Promise.all(loops);
      await app.close();
      process.exit(0);
    },
  };
  obey(orders);
  tell({ say: "ready", ...(await whereSearchStands(app)) });
}

async function saveAtOnce({ owner, unit, revision, from, count }: NonNullable<Plan["saves"]>): Promise<void> {
  const { saveWording } = await import("../../app/use-cases/save-wording.ts");
  const { newId } = await import("../../app/server/ids.server.ts");
  const database = await openDatabase({ url: plan.url, dataDir: plan.dataDir });
  const ports: Ports = {
    write: database.write,
    now: () => new Date(),
    newId,
    baseStrings: () => ({}),
    passwords: unused,
    secrets: unused,
    codes: unused,
    limits: unused,
  };
  obey({
    async go() {
      const saves = Array.from({ length: count }, (_, n) => ({
        owner: owner as never,
        unit,
        lang: "vi" as const,
        text: `bản ${from + n}`,
        revision,
        sourceHash: null,
      }));
      await Promise.all(
        saves.map(async (save) => {
          const saved = await untilAnswered(() => saveWording(ports, writer, save));
          if (saved.kind === "clash") tell({ say: "clash", theirs: saved.theirs.text, mine: saved.mine });
          else tell({ say: "saved", owner, unit, lang: "vi", revision: saved.wording.revision, text: saved.wording.text });
        }),
      );
      await database.close();
      process.exit(0);
    },
  });
  tell({ say: "ready", found: {}, revision: 0 });
}

/** As an editor's page does: who is told that the portal is busy asks again with the very same save. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof AppError && error.code === "busy")) throw error;
      busy += 1;
      tell({ say: "busy", times: busy });
      await pause(100);
    }
  }
}

function obey(orders: Record<string, () => Promise<void>>): void {
  createInterface({ input: process.stdin }).on("line", (line) => {
    orders[line]?.().catch((error) => {
      tell({ say: "failed", what: String(error?.stack ?? error) });
      process.exit(1);
    });
  });
}

await (plan.saves ? saveAtOnce(plan.saves) : publishPairs());
