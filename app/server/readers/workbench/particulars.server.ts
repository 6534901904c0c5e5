import type { ArticleAbout } from "../../../core/articles/article.ts";
import { AppError } from "../../../core/errors.ts";
import { type ByLang, byLang, DEFAULT_LANG, type Lang } from "../../../core/language/languages.ts";
import { type Member, mayAt } from "../../../core/people/roles.ts";
import { ofArticle } from "../../../core/translation/wording.ts";
import { placeOf } from "../../../core/workflow/place.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { articleOf } from "../../db/tx/articles.server.ts";
import { gateOf } from "../../db/tx/places.server.ts";
import { teamOf } from "../../db/tx/teams.server.ts";
import type { Reading } from "../reading.server.ts";
import { readAgencies } from "../visitor/agencies.server.ts";
import { readTopics } from "../visitor/topics.server.ts";

export interface Choice {
  key: string;
  /** In the member's language. */
  name: string;
}

/** What particulars may name. */
export interface ParticularsChoices {
  topics: Choice[];
  gates: Choice[];
  agencies: Choice[];
  teams: Choice[];
}

export interface ParticularsView {
  articleId: string;
  slug: string;
  titles: ByLang<string>;
  sourceLang: Lang;
  revision: number;
  about: ArticleAbout;
  team: string | null;
  /** It was published once: its address and its kind stay as they are. */
  published: boolean;
  /** It has words in another language: its source language stays as it is. */
  translated: boolean;
  choices: ParticularsChoices;
}

export const readParticularsChoices = ({ db, now }: Reading, member: Member): Promise<ParticularsChoices> =>
  db.snapshot((tx) => choicesOf(tx, member.lang, now()));

/**
 * @throws AppError `not_found`, `not_allowed`
 */
export async function readParticulars({ db, now }: Reading, member: Member, slug: string): Promise<ParticularsView> {
  return db.snapshot(async (tx) => {
    const row = await tx.article.findUnique({ where: { slug } });
    if (!row) throw new AppError("not_found");
    const { id: articleId, sourceLang, revision, about } = articleOf(row);
    if (!mayAt(member.grants, "words.edit", { ...placeOf(about), lang: sourceLang })) throw new AppError("not_allowed");
    const owner = ofArticle(articleId);
    const titles = await tx.wording.findMany({ where: { owner, unit: "title" }, select: { lang: true, text: true } });
    return {
      articleId,
      slug,
      titles: byLang((lang) => titles.find((title) => title.lang === lang)?.text ?? ""),
      sourceLang,
      revision,
      about,
      team: row.teamKey,
      published: (await tx.edition.count({ where: { articleId } })) > 0,
      translated: (await tx.wording.count({ where: { owner, sourceHash: { not: null }, text: { not: "" } } })) > 0,
      choices: await choicesOf(tx, member.lang, now()),
    };
  });
}

async function choicesOf(tx: ReadTx, lang: Lang, now: Date): Promise<ParticularsChoices> {
  const { agencies } = await readAgencies(tx, lang, now);
  const order = new Intl.Collator(lang);
  const byName = (a: Choice, b: Choice) => order.compare(a.name, b.name);
  return {
    topics: (await readTopics(tx, lang)).map(({ key, name }) => ({ key, name })),
    gates: (await tx.gate.findMany({ orderBy: { position: "asc" } }))
      .map(gateOf)
      .map(({ key, name }) => ({ key, name: name[lang] ?? name[DEFAULT_LANG] ?? key })),
    agencies: Object.entries(agencies)
      .map(([key, { name }]) => ({ key, name }))
      .sort(byName),
    teams: (await tx.team.findMany())
      .map(teamOf)
      .map(({ key, name }) => ({ key, name: name[lang] }))
      .sort(byName),
  };
}
