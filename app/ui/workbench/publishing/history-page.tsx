import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import type { EditionLine, HistoryView } from "../../../core/workflow/publishing-views.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import type { Problem } from "../problem.ts";
import { ArticleHead } from "./article-head.tsx";
import { ChangeList } from "./change-list.tsx";
import { type Done, DoneNote } from "./done-note.tsx";
import { ReasonField } from "./reason-field.tsx";
import { RefusedBox } from "./refused-box.tsx";
import { RestoreStructureForm, WorkingChanges } from "./working-changes.tsx";

interface HistoryPageProps {
  view: HistoryView;
  lang: Lang;
  done: Done | null;
  problem: Problem | null;
}

/** Every edition and every change at work, each with who, when and what, and the way back to it. */
export function HistoryPage({ view, lang, done, problem }: HistoryPageProps) {
  const { t } = useTranslation("publishing");
  const { article, editions, compared, names } = view;
  return (
    <>
      <ArticleHead article={article} lang={lang} page="history" mayPublish={view.mayPublish} />
      <DoneNote done={done} />
      <RefusedBox problem={problem} />
      <section className="sheet" aria-labelledby="editions">
        <h2 id="editions">{t("history.editions")}</h2>
        {editions.length === 0 ? (
          <p>{t("nothingPublic")}</p>
        ) : (
          <ol className="changes" reversed start={editions[0]?.number}>
            {editions.map((edition) => (
              <Edition key={edition.number} edition={edition} view={view} lang={lang} />
            ))}
          </ol>
        )}
      </section>
      {compared && (
        <section className="sheet" aria-labelledby="compared">
          <h2 id="compared">{t("history.compared", { from: compared.from, to: compared.to })}</h2>
          <CompareForm editions={editions} compared={compared} />
          <ChangeList changes={compared.changes} names={names} lang={lang} slug={article.slug} />
        </section>
      )}
      <WorkingChanges view={view} lang={lang} />
    </>
  );
}

function Edition({ edition, view, lang }: { edition: EditionLine; view: HistoryView; lang: Lang }) {
  const { t } = useTranslation("publishing");
  const { number, publishedAt, by, note } = edition;
  const current = view.article.edition?.number === number;
  return (
    <li>
      <b>{t("history.edition", { number })}</b>
      {current && <span className="tag-now">{t("history.current")}</span>}{" "}
      {t("history.by", { name: by ?? t("somebody"), at: formatDateTime(publishedAt, lang) })}
      {note && <NoteWords note={note} />}
      <div className="row-acts">
        {!current && view.article.edition && (
          <a className="button" href={`?from=${number}&to=${view.article.edition.number}#compared`}>
            {t("history.compare")}
          </a>
        )}
        <details>
          <summary>{t("history.wayBack", { number })}</summary>
          {!current && view.mayPublish && view.article.edition && (
            <form method="post">
              <p>{t("history.rollBackLead")}</p>
              <input type="hidden" name="to" value={number} />
              <input type="hidden" name="seen" value={view.article.edition.number} />
              <ReasonField label={t("history.reason")} />
              <button className="primary" type="submit" name="intent" value="roll-back">
                {t("history.rollBackSubmit", { number })}
              </button>
            </form>
          )}
          <RestoreStructureForm from={{ edition: number }} view={view} label={t("history.restoreStructureOf", { number })} />
        </details>
      </div>
    </li>
  );
}

function NoteWords({ note }: { note: NonNullable<EditionLine["note"]> }) {
  const { t } = useTranslation("publishing");
  switch (note.kind) {
    case "roll-back":
      return (
        <p>
          {t("notes.rollBack", { number: note.of })} <q>{note.reason}</q>
        </p>
      );
    case "restore":
      return <p>{t("notes.restore", { number: note.of })}</p>;
    case "facts":
      return <p>{t("notes.facts", { facts: note.facts.join(", ") })}</p>;
    case "override":
      return (
        <p>
          {t("notes.override")} <q>{note.reason}</q>
        </p>
      );
  }
}

function CompareForm({ editions, compared }: { editions: EditionLine[]; compared: NonNullable<HistoryView["compared"]> }) {
  const { t } = useTranslation("publishing");
  const choice = (name: "from" | "to") => (
    <label>
      {t(`history.${name}`)}
      <select name={name} defaultValue={compared[name]}>
        {editions.map(({ number }) => (
          <option key={number} value={number}>
            {t("history.edition", { number })}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form className="compare" method="get" action="#compared">
      {choice("from")}
      {choice("to")}
      <button type="submit">{t("history.compareSubmit")}</button>
    </form>
  );
}
