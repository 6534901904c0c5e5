import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import { Words } from "../../kit/words.tsx";

/** What a form about facts can have done; the address of the page that follows names one. */
export const DONE = ["proposed", "confirmed", "rejected"] as const;
export type Done = (typeof DONE)[number];

export const doneFrom = (asked: string | null): Done | null => DONE.find((one) => one === asked) ?? null;

export function DoneNote({ done }: { done: Done | null }) {
  const { t } = useTranslation("records");
  return (
    done && (
      <p className="done-box" role="status">
        {t(`facts.done.${done}`)}
      </p>
    )
  );
}

/** The head of a page below the list of facts. */
export function FactHead({ title, lang, note = null }: { title: string; lang: Lang; note?: string | null }) {
  const { t } = useTranslation("records");
  return (
    <header className="desk-head">
      <p>
        <a href="/workbench/facts">{t("facts.title")}</a>
      </p>
      <h1>
        <Words text={title} lang={lang} />
      </h1>
      {note && (
        <p className="hint">
          <code>{note}</code>
        </p>
      )}
    </header>
  );
}
