import { useTranslation } from "react-i18next";
import { useLang } from "../kit/use-lang.ts";
import { searchPath } from "./paths.ts";

/** As many characters as search reads (core/search). */
const LONGEST = 200;

/** The one search of a page. */
export function SearchBox({ query = "" }: { query?: string }) {
  const { t } = useTranslation("visitor");
  return (
    // biome-ignore lint/a11y/useSemanticElements: the web views of older phones do not know <search>
    <form className="find" action={searchPath(useLang())} role="search">
      <input
        type="search"
        name="q"
        defaultValue={query || undefined}
        maxLength={LONGEST}
        required
        aria-label={t("search.label")}
        placeholder={t("search.placeholder")}
        autoComplete="off"
        enterKeyHint="search"
      />
      <button type="submit">{t("search.button")}</button>
    </form>
  );
}
