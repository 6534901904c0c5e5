import { useTranslation } from "react-i18next";
import { useLang } from "../kit/use-lang.ts";
import { differPath } from "./paths.ts";

/** To say that the language versions of a page differ. */
export function DifferLink({ from }: { from: string }) {
  const { t } = useTranslation("asking");
  return (
    <p className="as-of">
      <a href={differPath(useLang(), from)}>{t("difference.report")}</a>
    </p>
  );
}

/** The same for one segment, beside it: for a pointer or a keyboard, which show it when they come by. */
export function DifferMark({ from, segment }: { from: string; segment: string }) {
  const { t } = useTranslation("asking");
  return (
    <a className="differ" href={differPath(useLang(), from, segment)} aria-label={t("difference.here")}>
      ≠
    </a>
  );
}
