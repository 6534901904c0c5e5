import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Written } from "../../../core/articles/changes.ts";
import type { ArticleTree } from "../../../core/articles/tree.ts";
import type { Base, StructureAnswer, Submission } from "./answers.ts";
import { type Autosave, openAutosave } from "./autosave.ts";

const TREE: ArticleTree = [
  { id: "a", kind: "paragraph" },
  { id: "b", kind: "paragraph" },
];
const BASE: Base = { revision: 1, tree: TREE, words: { title: { text: "T", revision: 1 }, a: { text: "A", revision: 1 }, b: { text: "B", revision: 3 } } };

let now: Written;
let sent: Submission[];
let kept: ({ written: Written; base: Base } | null)[];
let answers: ((submission: Submission) => StructureAnswer)[];
let outrun: Base[];
let saver: Autosave;

/** A server that saves whatever comes. */
const saves = ({ revision, texts, readRevisions }: Submission): StructureAnswer => ({
  kind: "saved",
  revision: revision + 1,
  revisions: Object.fromEntries(Object.keys(texts).map((segment) => [segment, (readRevisions[segment] ?? 0) + 1])),
  newer: null,
});
const refuses = (code: "unreachable" | "sign_in_needed" | "bad_text") => (): StructureAnswer => ({ kind: "refused", code, details: {} });

beforeEach(() => {
  vi.useFakeTimers();
  now = { tree: TREE, texts: { title: "T", summary: "", a: "A", b: "B" } };
  [sent, kept, answers, outrun] = [[], [], [], []];
  saver = openAutosave({
    article: { articleId: "1", lang: "vi" },
    base: BASE,
    read: () => now,
    send: async (submission) => {
      sent.push(submission);
      return (answers.shift() ?? saves)(submission);
    },
    keep: async (draft) => {
      kept.push(draft);
    },
    changed: () => {},
    outrun: (theirs) => outrun.push(theirs),
  });
});
afterEach(() => {
  saver.close();
  vi.useRealTimers();
});

function write(segment: string, text: string): void {
  now = { ...now, texts: { ...now.texts, [segment]: text } };
  saver.touched();
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("saving as one writes", () => {
  it("keeps it on the device at once, and saves two seconds after the last keystroke, just what changed", async () => {
    write("a", "A1");
    await pass(300);
    expect(kept.at(-1)?.written.texts.a).toBe("A1");
    await pass(1_000);
    write("a", "A12");
    await pass(1_900);
    expect(sent).toEqual([]);
    await pass(200);
    expect(sent).toEqual([{ articleId: "1", lang: "vi", revision: 1, tree: TREE, texts: { a: "A12" }, readRevisions: { a: 1 } }]);
    expect(saver.state()).toEqual({ kind: "saved" });
    expect(kept.at(-1)).toBeNull();
    write("a", "A");
    await pass(2_100);
    expect(sent[1]?.readRevisions).toEqual({ a: 2 });
  });

  it("tries again and again while the server is out of reach, with all that was written meanwhile", async () => {
    answers = [refuses("unreachable"), refuses("unreachable")];
    write("a", "A1");
    await pass(2_100);
    expect(saver.state()).toEqual({ kind: "unreachable", kept: true });
    write("b", "B1");
    await pass(2_000 + 4_000);
    expect(sent.map(({ texts }) => texts)).toEqual([{ a: "A1" }, { a: "A1", b: "B1" }, { a: "A1", b: "B1" }]);
    expect(saver.state()).toEqual({ kind: "saved" });
  });

  it("signed out it says so, keeps everything, and goes on after the sign-in", async () => {
    answers = [refuses("sign_in_needed")];
    write("a", "A1");
    await pass(2_100);
    expect(saver.state()).toEqual({ kind: "signed_out" });
    expect(kept.at(-1)?.written.texts.a).toBe("A1");
    await saver.flush();
    expect(saver.state()).toEqual({ kind: "saved" });
  });

  it("what the server refuses is not sent over and over, but with the next change", async () => {
    answers = [refuses("bad_text")];
    write("a", "A\u0000");
    await pass(60_000);
    expect(sent).toHaveLength(1);
    expect(saver.state()).toMatchObject({ kind: "refused", code: "bad_text" });
    write("a", "A1");
    await pass(2_100);
    expect(saver.state()).toEqual({ kind: "saved" });
  });

  it("words that clash wait for a choice; mine is then saved over theirs", async () => {
    const theirs: Base = { revision: 1, tree: TREE, words: { ...BASE.words, a: { text: "A của họ", revision: 2 } } };
    answers = [() => ({ kind: "clash", structure: false, segments: ["a"], theirs })];
    write("a", "A của tôi");
    await pass(2_100);
    expect(saver.state()).toMatchObject({ kind: "clash" });
    write("b", "B1");
    await pass(10_000);
    expect(sent).toHaveLength(1);
    await saver.keepMine();
    expect(sent[1]).toMatchObject({ texts: { a: "A của tôi", b: "B1" }, readRevisions: { a: 2, b: 3 } });
    expect(saver.state()).toEqual({ kind: "saved" });
  });

  it("of two structures either may be taken", async () => {
    const theirs: Base = { revision: 5, tree: TREE.slice(1), words: BASE.words };
    answers = [() => ({ kind: "clash", structure: true, segments: [], theirs })];
    now = { ...now, tree: [...TREE].reverse() };
    saver.touched();
    await pass(2_100);
    expect(saver.takeTheirs()).toEqual(theirs);
    now = { tree: theirs.tree, texts: now.texts };
    expect(saver.isDirty()).toBe(false);
    write("b", "B1");
    await pass(2_100);
    expect(sent[1]).toMatchObject({ revision: 5, texts: { b: "B1" } });
  });

  it("tells of a structure that came meanwhile, and goes on answering to the one that was read", async () => {
    const theirs: Base = { revision: 2, tree: [...TREE].reverse(), words: BASE.words };
    answers = [(submission) => ({ ...(saves(submission) as Extract<StructureAnswer, { kind: "saved" }>), newer: theirs })];
    write("a", "A1");
    await pass(2_100);
    expect(outrun).toEqual([theirs]);
    write("a", "A2");
    await pass(2_100);
    expect(sent[1]).toMatchObject({ revision: 1, readRevisions: { a: 2 } });
  });

  it("a book pasted at once goes in several requests, none too large, without a pause between", async () => {
    const tree: ArticleTree = Array.from({ length: 900 }, (_, index) => ({ id: `m${index}`, kind: "paragraph" }));
    now = { tree, texts: { title: "T", summary: "", ...Object.fromEntries(tree.map(({ id }) => [id, "đoạn văn dài ".repeat(30)])) } };
    saver.touched();
    await pass(2_100);
    expect(sent.length).toBeGreaterThan(1);
    for (const submission of sent) expect(new TextEncoder().encode(JSON.stringify(submission)).length).toBeLessThan(256 * 1024);
    expect(new Set(sent.flatMap(({ texts }) => Object.keys(texts))).size).toBe(900);
    expect(saver.state()).toEqual({ kind: "saved" });
  });

  it("what differs only in how its markup is put was changed by nobody", async () => {
    now = { ...now, texts: { ...now.texts, a: "**ab**" } };
    saver.rebase({ ...BASE, words: { ...BASE.words, a: { text: "**a****b**", revision: 1 } } });
    await pass(2_100);
    expect(sent).toEqual([]);
  });
});
