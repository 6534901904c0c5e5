import type { Article, ArticleAbout, SegmentTexts } from "../core/articles/article.ts";
import { faultsOfAbout } from "../core/articles/kinds.ts";
import { threeWay } from "../core/articles/merge.ts";
import { type ArticleTree, faultsOf, type SegmentId, segmentsOf } from "../core/articles/tree.ts";
import { AppError } from "../core/errors.ts";
import type { Lang } from "../core/language/languages.ts";
import { cleanText } from "../core/language/text.ts";
import { decideSave, type Owner, ofArticle, textHash, type Wording } from "../core/translation/wording.ts";
import { placeOf } from "../core/workflow/place.ts";
import { allow, allowAt } from "./allow.ts";
import { assertPicturesKnown } from "./known-pictures.ts";
import type { Actor, KeptEdit, Ports, Tx } from "./ports.ts";
import { structureEdits } from "./structure-edits.ts";

export interface SaveStructure {
  articleId: string;
  /** The revision of the structure that was on screen. */
  revision: number;
  /** The source language, whose words these are. */
  lang: Lang;
  tree: ArticleTree;
  /** Null: the particulars are not part of this. */
  about: ArticleAbout | null;
  /** Words that were written; those of segments outside the tree are not looked at. */
  texts: SegmentTexts;
  /** Of each of these words the revision that was on screen; 0, or left out: there was none. */
  readRevisions: Readonly<Record<SegmentId, number>>;
}

/** An article as its author writes it: structure, particulars and the words of the source language, removed segments' too. */
export interface StructureAtWork {
  revision: number;
  tree: ArticleTree;
  about: ArticleAbout;
  words: Record<SegmentId, { text: string; revision: number }>;
}

export type SavedStructure =
  /** `revisions`: of the words that were submitted. `newer`: somebody changed the structure meanwhile, which stands beside these words. */
  | { kind: "saved"; revision: number; revisions: Record<SegmentId, number>; newer: StructureAtWork | null }
  /** `structure`: of the structure or the particulars, and nothing was saved; else of these segments, and all others were. */
  | { kind: "clash"; structure: boolean; segments: SegmentId[]; theirs: StructureAtWork };

/**
 * Saves an article's structure and the words of its source language in one act. A structure or words that somebody else changed since
 * they were read, and that differ, are a clash: what is stored stays, what was submitted is kept too (words among the edits, a
 * structure in the audit trail), and both come back. Words of removed nodes stay stored: a node that comes back finds them.
 * @throws AppError not_allowed, not_found, invalid (`faults`), bad_text, too_large, clash (the source language is another by now)
 */
export async function saveStructure(ports: Ports, actor: Actor, input: SaveStructure): Promise<SavedStructure> {
  allow(actor, "words.edit");
  const faults = [...faultsOf(input.tree), ...(input.about ? faultsOfAbout(input.about) : [])];
  if (faults.length) throw new AppError("invalid", { faults });
  const texts = Object.fromEntries(
    segmentsOf(input.tree).flatMap((unit) => (input.texts[unit] === undefined ? [] : [[unit, cleanText(input.texts[unit])] as const])),
  );

  return ports.write(async (tx) => {
    const article = await tx.articles.byId(input.articleId);
    if (!article) throw new AppError("not_found");
    allowAt(actor, "words.edit", { ...placeOf(article.about), lang: article.sourceLang });
    if (input.about) allowAt(actor, "words.edit", { ...placeOf(input.about), lang: article.sourceLang });
    if (input.lang !== article.sourceLang) throw new AppError("clash");
    await assertPicturesKnown(tx, input.tree, article.tree);

    const read = input.revision === article.revision ? article : await tx.articleEdits.at(article.id, input.revision);
    const tree = threeWay(input.tree, article.tree, read?.tree ?? null);
    const about = input.about ? threeWay(input.about, article.about, read?.about ?? null) : { kind: "stored" as const };
    const words = await wordsOf(tx, article, Object.keys(texts));
    const work: Work = { ports, tx, actor, article, words, texts, at: ports.now() };

    if (tree.kind === "clash" || about.kind === "clash") return structureClash(work, input);
    const next: Article = {
      ...article,
      tree: tree.kind === "mine" ? input.tree : article.tree,
      about: about.kind === "mine" && input.about ? input.about : article.about,
    };
    const changed = tree.kind === "mine" || about.kind === "mine";
    if (changed) await putStructure(work, { ...next, revision: article.revision + 1 });
    return saveWords(work, input, changed ? { ...next, revision: article.revision + 1 } : article);
  });
}

interface Work {
  ports: Ports;
  tx: Tx;
  actor: Actor;
  article: Article;
  /** Stored words of the source language, by segment: at least of those that were submitted. */
  words: Map<SegmentId, Wording>;
  /** Submitted ones. */
  texts: SegmentTexts;
  at: Date;
}

/** So few are read one by one: a save as one writes must not wait for a thousand others. */
const FEW = 8;

async function wordsOf(tx: Tx, article: Article, units: readonly SegmentId[]): Promise<Map<SegmentId, Wording>> {
  const owner = ofArticle(article.id);
  const found: Wording[] = [];
  if (units.length > FEW) found.push(...(await tx.wordings.ofOwner(owner)));
  else for (const unit of units) found.push(...(await tx.wordings.ofUnit(owner, unit)));
  return new Map(found.filter(({ lang }) => lang === article.sourceLang).map((wording) => [wording.unit, wording]));
}

async function putStructure({ ports, tx, actor, article, at }: Work, next: Article): Promise<void> {
  if (!(await tx.articles.put(next))) throw new AppError("clash");
  const { id: articleId, revision, tree, about } = next;
  await tx.articleEdits.keep({ articleId, revision, tree, about, by: actor.id, at });
  await tx.edits.keep(structureEdits(ports, ofArticle(articleId), revision, actor.id, at));
  await tx.audit.note({
    act: "structure.save",
    object: ofArticle(articleId),
    by: actor.id,
    at,
    before: { revision: article.revision },
    after: { revision, segments: segmentsOf(tree).length },
  });
}

/** Saves every submitted text that does not clash; the others are kept as edits that made no revision. */
async function saveWords(work: Work, input: SaveStructure, article: Article): Promise<SavedStructure> {
  const { ports, tx, actor, words, texts, at } = work;
  const owner: Owner = ofArticle(article.id);
  const fresh: Wording[] = [];
  const edits: KeptEdit[] = [];
  const clashing: SegmentId[] = [];
  const traces: Record<SegmentId, { revision: number; hash: string }> = {};
  for (const [unit, text] of Object.entries(texts)) {
    const current = words.get(unit) ?? null;
    if (!current && text === "") continue;
    const decision = decideSave(current, { text, revision: input.readRevisions[unit] ?? 0, sourceHash: null });
    if (decision.kind === "unchanged") continue;
    const revision = decision.kind === "saved" ? decision.revision : null;
    edits.push({ id: ports.newId(), owner, unit, lang: article.sourceLang, text, sourceHash: null, revision, by: actor.id, at });
    if (revision === null) {
      clashing.push(unit);
      continue;
    }
    const wording: Wording = { owner, unit, lang: article.sourceLang, text, sourceHash: null, revision, editedBy: actor.id, editedAt: at };
    if (!current) fresh.push(wording);
    else if (!(await tx.wordings.put(wording))) throw new AppError("clash");
    words.set(unit, wording);
    traces[unit] = { revision, hash: textHash(text) };
  }
  if (fresh.length) await tx.wordings.insertAll(fresh);
  if (edits.length) await tx.edits.keep(edits);
  if (Object.keys(traces).length)
    await tx.audit.note({ act: "wording.save", object: owner, by: actor.id, at, after: { lang: article.sourceLang, segments: traces } });
  if (clashing.length) return { kind: "clash", structure: false, segments: clashing, theirs: await atWork(tx, article) };
  const revisions = Object.fromEntries(Object.keys(texts).map((unit) => [unit, words.get(unit)?.revision ?? 0]));
  const outrun = threeWay(input.tree, article.tree, null).kind === "clash";
  return { kind: "saved", revision: article.revision, revisions, newer: outrun ? await atWork(tx, article) : null };
}

/** Two structures: nothing is saved, and nothing that was submitted is lost. */
async function structureClash({ ports, tx, actor, article, words, texts, at }: Work, input: SaveStructure): Promise<SavedStructure> {
  const owner = ofArticle(article.id);
  const lost = Object.entries(texts).filter(([unit, text]) => text !== (words.get(unit)?.text ?? ""));
  const edits = lost.map(
    ([unit, text]): KeptEdit => ({ id: ports.newId(), owner, unit, lang: article.sourceLang, text, sourceHash: null, revision: null, by: actor.id, at }),
  );
  if (edits.length) await tx.edits.keep(edits);
  const after = { revision: input.revision, tree: input.tree, ...(input.about && { about: input.about }) };
  await tx.audit.note({ act: "structure.clash", object: owner, by: actor.id, at, before: { revision: article.revision }, after });
  const differing = lost.map(([unit]) => unit);
  return { kind: "clash", structure: true, segments: differing, theirs: await atWork(tx, article) };
}

/** All of it as it is stored now. */
async function atWork(tx: Tx, article: Article): Promise<StructureAtWork> {
  const { revision, tree, about, sourceLang } = article;
  const words = (await tx.wordings.ofOwner(ofArticle(article.id))).filter(({ lang }) => lang === sourceLang);
  return { revision, tree, about, words: Object.fromEntries(words.map(({ unit, text, revision: read }) => [unit, { text, revision: read }])) };
}
