import { segmentsOf } from "../core/articles/tree.ts";
import { AppError } from "../core/errors.ts";
import { type ByLang, byLang, type Lang } from "../core/language/languages.ts";
import type { Place } from "../core/people/roles.ts";
import { atWork, STRINGS_SOURCE, type StringOverride, standing } from "../core/strings/catalogue.ts";
import type { Owner, Wording } from "../core/translation/wording.ts";
import { placeOf } from "../core/workflow/place.ts";
import type { Ports, Tx } from "./ports.ts";

/** What a unit says now in each language (null: nothing yet), and where its owner stands for the limits of roles. */
export interface UnitWords {
  sourceLang: Lang;
  words: ByLang<Wording | null>;
  place: Place;
  /** Of a string: where it is, and what the program itself brings along. */
  brought: Omit<StringOverride, "baseHash"> | null;
}

/**
 * One unit that carries words, without the rest of its owner: a save must not wait for a thousand others.
 * @throws AppError `not_found`: no such owner, or no such unit in it, or one without words
 */
export async function loadWords(ports: Ports, tx: Tx, owner: Owner, unit: string): Promise<UnitWords> {
  const { kind, id } = partsOf(owner);
  const rows = await tx.wordings.ofUnit(owner, unit);
  if (kind === "article") {
    const article = await tx.articles.byId(id);
    if (!article || !segmentsOf(article.tree).includes(unit)) throw new AppError("not_found");
    return {
      sourceLang: article.sourceLang,
      words: byLang((lang) => rows.find((row) => row.lang === lang) ?? null),
      place: placeOf(article.about),
      brought: null,
    };
  }
  const catalogue = ports.baseStrings()[id] ?? {};
  const texts = Object.hasOwn(catalogue, unit) ? catalogue[unit] : undefined;
  if (!texts) throw new AppError("not_found");
  const override = (await tx.strings.published(id)).find(({ key }) => key === unit);
  const words = atWork(owner, unit, standing(texts, override), rows);
  return { sourceLang: STRINGS_SOURCE, words, place: {}, brought: { namespace: id, key: unit, texts } };
}

/**
 * Where an article or a namespace stands for the limits of roles: strings belong to no topic and no gate.
 * @throws AppError `not_found`
 */
export async function loadPlace(ports: Ports, tx: Tx, owner: Owner): Promise<Place> {
  const { kind, id } = partsOf(owner);
  if (kind === "article") {
    const article = await tx.articles.byId(id);
    if (!article) throw new AppError("not_found");
    return placeOf(article.about);
  }
  if (!Object.hasOwn(ports.baseStrings(), id)) throw new AppError("not_found");
  return {};
}

function partsOf(owner: Owner): { kind: string; id: string } {
  const at = owner.indexOf(":");
  return { kind: owner.slice(0, at), id: owner.slice(at + 1) };
}
