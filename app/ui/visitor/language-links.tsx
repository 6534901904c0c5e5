import { useTranslation } from "react-i18next";
import { language, ownFirst } from "../../core/language/languages.ts";
import { useLang } from "../kit/use-lang.ts";
import { twinPath } from "./paths.ts";

/** The languages as equals, the visitor's own first; each leads to this very page with its query. */
export function LanguageLinks({ path, query }: { path: string; query: string }) {
  const { t } = useTranslation("common");
  const own = useLang();
  return (
    <nav className="langs" aria-label={t("nav.languages")}>
      {ownFirst(own).map((code) => {
        const { tag, name } = language(code);
        return (
          <a key={code} href={twinPath(path, query, code)} lang={tag} hrefLang={tag} aria-current={code === own ? "true" : undefined}>
            {name}
          </a>
        );
      })}
    </nav>
  );
}
