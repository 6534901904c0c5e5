import { isLang, type Lang } from "../language/languages.ts";
import type { ArticleKind } from "./kinds.ts";

/** The pairs whose words a visitors' page shows whole; `slug` null: all of their kind. */
export interface ShownPairs {
  lang: Lang;
  kind: ArticleKind;
  slug: string | null;
}

const KINDS: readonly [RegExp, ArticleKind][] = [
  [/^\/articles\/([^/]+)(?:\/side-by-side)?$/, "article"],
  [/^\/questions\/([^/]+)$/, "question"],
  [/^\/notices\/([^/]+)$/, "notice"],
  [/^\/phrases$/, "phrase"],
  [/^\/([^/]+)$/, "page"],
];

/** What stands at a path, as `pathOf` (kinds.ts) makes them. It may name what is not there; null: nothing of the kind can be. */
export function pairsAt(path: string): ShownPairs | null {
  const lang = path.split("/")[1];
  if (!isLang(lang)) return null;
  const below = path.slice(lang.length + 1);
  for (const [form, kind] of KINDS) {
    const found = form.exec(below);
    if (found) return { lang, kind, slug: found[1] ?? null };
  }
  return null;
}
