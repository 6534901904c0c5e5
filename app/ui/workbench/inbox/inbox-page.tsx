import { useTranslation } from "react-i18next";
import { type Lang, language } from "../../../core/language/languages.ts";
import type { InboxKind } from "../../../core/people/inbox.ts";
import { formatDateTime, formatDay } from "../../../i18n/format.ts";
import { Words } from "../../kit/words.tsx";
import { type NamedPair, PairLink } from "../home/pair-link.tsx";

export interface InboxItemView {
  id: string;
  kind: InboxKind;
  subject: NamedPair;
  unit: string | null;
  note: string;
  by: string | null;
  at: Date;
}

interface InboxPageProps {
  lang: Lang;
  unread: InboxItemView[];
  read: InboxItemView[];
  due: { subject: NamedPair; lang: Lang; dueOn: string; overdue: boolean; team: boolean }[];
  reports: { id: string; subject: NamedPair; unit: string | null; note: string; lang: Lang; at: Date; answers: boolean }[];
}

/** What a member should know of; each line leads to the very paragraph. */
export function InboxPage({ lang, unread, read, due, reports }: InboxPageProps) {
  const { t } = useTranslation("workbench");
  return (
    <>
      <header className="desk-head">
        <h1>{t("inbox.title")}</h1>
        <p>{unread.length ? t("inbox.count", { count: unread.length }) : t("inbox.none")}</p>
      </header>
      {unread.length > 0 && (
        <section className="sheet" aria-labelledby="inbox-unread">
          <h2 id="inbox-unread">{t("inbox.unread")}</h2>
          <ul className="inbox">
            {unread.map((item) => (
              <li key={item.id}>
                <Item item={item} lang={lang} />
                <form method="post">
                  <button type="submit" name="id" value={item.id} aria-describedby={`inbox-${item.id}`}>
                    {t("inbox.markRead")}
                  </button>
                </form>
              </li>
            ))}
          </ul>
          {unread.length > 1 && (
            <form method="post">
              <button type="submit" name="all" value="1">
                {t("inbox.markAll")}
              </button>
            </form>
          )}
        </section>
      )}
      {due.length > 0 && (
        <section className="sheet" aria-labelledby="inbox-due">
          <h2 id="inbox-due">{t("inbox.due")}</h2>
          <ul className="inbox">
            {due.map((row) => (
              <li key={`${row.lang} ${row.subject.kind} ${row.subject.name}`}>
                <div>
                  <PairLink pair={row.subject} lang={lang} />
                  <span className="hint">
                    <span lang={language(row.lang).tag}>{language(row.lang).name}</span>
                    {" · "}
                    {t("home.dueOn", { day: formatDay(row.dueOn, lang) })}
                    {row.team && ` · ${t("inbox.ofTeam")}`}
                  </span>
                  {row.overdue && <b className="is-overdue">{t("home.overdue")}</b>}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {reports.length > 0 && (
        <section className="sheet" aria-labelledby="inbox-reports">
          <h2 id="inbox-reports">{t("inbox.reports")}</h2>
          <ul className="inbox">
            {reports.map((report) => (
              <li key={report.id}>
                <div>
                  <PairLink pair={report.subject} unit={report.unit} lang={lang} />
                  <q lang={language(report.lang).tag}>{report.note}</q>
                  <span className="hint">{formatDateTime(report.at, lang)}</span>
                  {report.answers && <a href={`/workbench/messages/${report.id}`}>{t("inbox.answer")}</a>}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {read.length > 0 && (
        <section className="sheet" aria-labelledby="inbox-read">
          <h2 id="inbox-read">{t("inbox.read")}</h2>
          <ul className="inbox">
            {read.map((item) => (
              <li key={item.id}>
                <Item item={item} lang={lang} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Item({ item, lang }: { item: InboxItemView; lang: Lang }) {
  const { t } = useTranslation("workbench");
  const { id, kind, subject, unit, note, by, at } = item;
  const href = kind === "schedule-failed" ? `/workbench/articles/${subject.name}/publish` : undefined;
  return (
    <div id={`inbox-${id}`}>
      <b>{t(`inbox.kinds.${kind}`)}</b>
      <PairLink pair={subject} unit={unit} href={href} lang={lang} />
      {note && (
        <q>
          <Words text={note} lang={lang} />
        </q>
      )}
      <span className="hint">
        {by && (
          <>
            <Words text={by} lang={lang} />
            {" · "}
          </>
        )}
        {formatDateTime(at, lang)}
      </span>
    </div>
  );
}
