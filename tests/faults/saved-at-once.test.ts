import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ofArticle } from "../../app/core/translation/wording.ts";
import { databases, type FreshDatabase } from "../integration/databases.ts";
import { article, wording } from "../integration/db/samples.ts";
import { buildPublisher, startPublisher } from "./processes.ts";
import type { Said } from "./publisher.ts";

/** A server and a command beside it; instances behind a balancer. */
const PROCESSES = { sqlite: 2, postgresql: 4 };
const SAVES = 200;

let built: Awaited<ReturnType<typeof buildPublisher>>;
beforeAll(async () => {
  built = await buildPublisher();
});
afterAll(() => built.remove());

describe.each(databases())("on $provider", ({ provider, fresh }) => {
  let place: FreshDatabase;
  beforeAll(async () => {
    place = await fresh();
  });
  afterAll(() => place.drop());

  it(`of ${SAVES} simultaneous saves of one segment, from ${PROCESSES[provider]} processes, one wins; the others get both texts, and none is lost`, async () => {
    const db = await place.open();
    const owner = ofArticle("a1");
    await db.write(async (tx) => {
      await tx.articles.insert(article(), "m1", new Date());
      await tx.wordings.insertAll([wording(1)]);
    });
    const processes = PROCESSES[provider];
    const share = SAVES / processes;
    const plan = { dataDir: place.dataDir, url: place.url ?? null, articles: 0 };
    const savers = Array.from({ length: processes }, (_, n) =>
      startPublisher(built.file, { ...plan, saves: { owner, unit: "p1", revision: 1, from: n * share, count: share } }),
    );
    await Promise.all(savers.map((saver) => saver.hear("ready")));
    for (const saver of savers) saver.tell("go");
    const codes = await Promise.all(savers.map(({ ended }) => ended));
    expect(savers.flatMap(({ said }) => said.filter(({ say }) => say === "failed"))).toEqual([]);
    expect(codes).toEqual(savers.map(() => 0));

    const heard = savers.flatMap(({ said }) => said).filter(({ say }) => say !== "ready" && say !== "busy");
    const sentAway = savers.reduce((sum, { said }) => sum + said.filter(({ say }) => say === "busy").length, 0);
    const wins = heard.filter((one): one is Extract<Said, { say: "saved" }> => one.say === "saved");
    const clashes = heard.filter((one): one is Extract<Said, { say: "clash" }> => one.say === "clash");
    expect([heard.length, wins.length, clashes.length]).toEqual([SAVES, 1, SAVES - 1]);
    const winner = wins[0]?.text;
    expect(new Set(clashes.map(({ theirs }) => theirs))).toEqual(new Set([winner]));
    const submitted = Array.from({ length: SAVES }, (_, n) => `bản ${n}`).sort();
    expect([winner, ...clashes.map(({ mine }) => mine)].sort()).toEqual(submitted);

    const [kept] = await db.write((tx) => tx.wordings.ofUnit(owner, "p1"));
    expect([kept?.text, kept?.revision]).toEqual([winner, 2]);
    const edits = await db.read.wordingEdit.findMany({ where: { owner, unit: "p1" } });
    expect(edits.map(({ text }) => text).sort()).toEqual(submitted);
    expect(edits.filter(({ revision }) => revision !== null).map(({ text, revision }) => [text, revision])).toEqual([[winner, 2]]);
    await db.close();
    console.log(
      `faults, ${provider}: ${SAVES} saves of one segment from ${processes} processes: 1 won, ${clashes.length} got both texts, ${edits.length} kept; told to come again ${sentAway} times`,
    );
  }, 180_000);
});
