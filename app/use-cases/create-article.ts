import type { ArticleAbout, SegmentTexts } from "../core/articles/article.ts";
import { faultsOfAbout } from "../core/articles/kinds.ts";
import { isSlug } from "../core/articles/slug.ts";
import { type ArticleTree, faultsOf, segmentsOf } from "../core/articles/tree.ts";
import { AppError } from "../core/errors.ts";
import { type ByLang, LANGS, type Lang } from "../core/language/languages.ts";
import { cleanText } from "../core/language/text.ts";
import { ofArticle, textHash, type Wording } from "../core/translation/wording.ts";
import { placeOf } from "../core/workflow/place.ts";
import { allow, allowAt } from "./allow.ts";
import { assertPicturesKnown } from "./known-pictures.ts";
import type { Actor, KeptEdit, Ports } from "./ports.ts";
import { structureEdits } from "./structure-edits.ts";

export interface CreateArticle {
  slug: string;
  sourceLang: Lang;
  tree: ArticleTree;
  about: ArticleAbout;
  /** What is written already; a translation given here counts as made from the source given here. */
  texts: ByLang<SegmentTexts>;
  /** Key of the team that looks after it. */
  team?: string | null;
}

/**
 * Makes an article at work; nothing of it is public.
 * @throws AppError not_allowed, invalid (`faults`), already_exists, bad_text
 */
export async function createArticle(ports: Ports, actor: Actor, input: CreateArticle): Promise<{ articleId: string }> {
  allow(actor, "article.create");
  allowAt(actor, "article.create", { ...placeOf(input.about), lang: input.sourceLang });
  const faults = [...faultsOf(input.tree), ...faultsOfAbout(input.about)];
  if (!isSlug(input.slug)) faults.push(`slug:${input.slug}`);
  if (faults.length) throw new AppError("invalid", { faults });

  const id = ports.newId();
  const owner = ofArticle(id);
  const at = ports.now();
  const wordings = segmentsOf(input.tree).flatMap((unit) => {
    const source = cleanText(input.texts[input.sourceLang][unit] ?? "");
    return LANGS.flatMap((lang): Wording[] => {
      const text = cleanText(input.texts[lang][unit] ?? "");
      const sourceHash = lang === input.sourceLang ? null : textHash(source);
      return text ? [{ owner, unit, lang, text, sourceHash, revision: 1, editedBy: actor.id, editedAt: at }] : [];
    });
  });
  const edits: KeptEdit[] = wordings.map(({ unit, lang, text, sourceHash, revision }) => ({
    id: ports.newId(),
    owner,
    unit,
    lang,
    text,
    sourceHash,
    revision,
    by: actor.id,
    at,
  }));

  return ports.write(async (tx) => {
    if (await tx.articles.bySlug(input.slug)) throw new AppError("already_exists", { slug: input.slug });
    const { slug, sourceLang, tree, about, team = null } = input;
    await assertPicturesKnown(tx, tree, []);
    await tx.articles.insert({ id, slug, sourceLang, revision: 1, tree, about, withdrawnAt: null }, actor.id, at, team);
    await tx.articleEdits.keep({ articleId: id, revision: 1, tree, about, by: actor.id, at });
    await tx.wordings.insertAll(wordings);
    await tx.edits.keep([...edits, ...structureEdits(ports, owner, 1, actor.id, at)]);
    await tx.audit.note({ act: "article.create", object: owner, by: actor.id, at, after: { slug, sourceLang, kind: about.kind, topic: about.topic } });
    return { articleId: id };
  });
}
