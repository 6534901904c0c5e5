import type { EditionBody } from "../articles/edition.ts";
import { factsIn } from "../articles/inline.ts";
import { segmentsOf, walk } from "../articles/tree.ts";
import { LANGS } from "../language/languages.ts";
import type { Fact } from "./fact.ts";

export const usesFact = (body: Pick<EditionBody, "facts">, key: string): boolean => Object.hasOwn(body.facts, key);

/** The same words and structure and every other fact as they were, with this one's new value. */
export const withFact = (body: EditionBody, fact: Fact): EditionBody => ({ ...body, facts: { ...body.facts, [fact.key]: fact } });

/** Where readers meet a fact: the segments whose words refer to it in any language, and whether a box of facts shows it. */
export function placesOfFact({ tree, texts }: Pick<EditionBody, "tree" | "texts">, key: string): { segments: string[]; box: boolean } {
  return {
    segments: segmentsOf(tree).filter((id) => LANGS.some((lang) => factsIn(texts[lang][id] ?? "").includes(key))),
    box: [...walk(tree)].some((node) => node.kind === "facts" && node.facts.includes(key)),
  };
}
