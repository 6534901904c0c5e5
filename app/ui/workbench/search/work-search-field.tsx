import { useId } from "react";
import { useTranslation } from "react-i18next";

/** As many characters as search reads (core/search). */
const LONGEST = 200;

interface WorkSearchFieldProps {
  query: string;
  /** In the head of every page, where its name is not written beside it and a key leads to it. */
  named: boolean;
}

/** Where one asks for words at work. That a key leads to it is said by who makes it so (`workbench.js`). */
export function WorkSearchField({ query, named }: WorkSearchFieldProps) {
  const { t } = useTranslation("workbench");
  const id = useId();
  return (
    <search className={named ? "top-search" : "sheet work-search"} aria-label={t(named ? "search.label" : "search.title")}>
      <form method="get" action="/workbench/search">
        <label htmlFor={id} className={named ? "hidden" : undefined}>
          {t("search.label")}
        </label>
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={query}
          maxLength={LONGEST}
          autoComplete="off"
          {...(named && { placeholder: t("search.label"), "data-key": "/", "data-hint": t("search.key") })}
        />
        <button type="submit">{t("search.submit")}</button>
      </form>
    </search>
  );
}
