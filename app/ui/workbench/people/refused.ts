import type { TFunction } from "i18next";
import { fieldOf, type Problem, problemWords } from "../problem.ts";

export type Words = TFunction<["workbench", "people", "errors"]>;

/** What these forms ask for beside what every form about people asks for. */
const OWN = ["limits", "team", "kind", "agency", "sites"] as const;
type Own = (typeof OWN)[number] | "current" | "code";

/** A refusal in words, and the field it is about; null: the whole form. */
export interface Refused {
  about: Own | NonNullable<ReturnType<typeof fieldOf>> | null;
  words: string;
}

export function refusedWords(t: Words, problem: Problem | null): Refused | null {
  if (!problem) return null;
  const own = ownField(problem);
  if (own) return { about: own, words: t(`people:problems.${own}`) };
  return { about: fieldOf(problem), words: problemWords(t as unknown as Parameters<typeof problemWords>[0], problem) };
}

function ownField({ code, details }: Problem): Own | null {
  if (code === "wrong_password") return "current";
  if (code === "wrong_code") return "code";
  return code === "invalid" ? (OWN.find((field) => field === details.field) ?? null) : null;
}
