import type { ArticleAbout } from "../../../core/articles/article.ts";
import type { ArticleKind, NoticeLevel } from "../../../core/articles/kinds.ts";
import { hanoiInstant } from "../../../core/facts/gate-report.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { TypedParticulars } from "../../../ui/workbench/editor/particulars-form.tsx";

/** What a form of particulars says, as it was typed: given back with a refusal. */
export function typedIn(form: FormData): TypedParticulars {
  const field = (name: string): string => String(form.get(name) ?? "").trim();
  return {
    title: field("title"),
    kind: field("kind"),
    sourceLang: field("sourceLang"),
    topic: field("topic"),
    gates: form.getAll("gates").map(String),
    agency: field("agency"),
    team: field("team"),
    slug: field("slug"),
    verifiedOn: field("verifiedOn"),
    verifyAgainBy: field("verifyAgainBy"),
    level: field("level"),
    from: field("from"),
    until: field("until"),
  };
}

/** What was typed as the particulars themselves; what is wrong with them is the use-case's to say. Times are Hanoi's. */
export function aboutIn(typed: TypedParticulars): ArticleAbout {
  const instant = (text: string): string => (text ? (hanoiInstant(text)?.toISOString() ?? text) : "");
  const notice = { level: typed.level as NoticeLevel, from: instant(typed.from), until: instant(typed.until) || null };
  return {
    kind: typed.kind as ArticleKind,
    topic: typed.kind === "page" ? "" : typed.topic,
    gates: typed.gates,
    agency: typed.agency,
    verifiedOn: typed.verifiedOn || null,
    verifyAgainBy: typed.verifyAgainBy || null,
    notice: typed.kind === "notice" ? notice : null,
  };
}

export const langIn = (typed: TypedParticulars): Lang => typed.sourceLang as Lang;
