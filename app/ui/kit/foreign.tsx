import type { ReactNode } from "react";
import { type Lang, language } from "../../core/language/languages.ts";

/** A run of words in a language that is not the page's own: carries its tag for fonts, line breaks and screen readers. */
export function Foreign({ lang, className, children }: { lang: Lang; className?: string; children: ReactNode }) {
  return (
    <span lang={language(lang).tag} className={className}>
      {children}
    </span>
  );
}
