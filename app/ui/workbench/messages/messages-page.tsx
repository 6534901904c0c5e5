import { useTranslation } from "react-i18next";
import { type Lang, language } from "../../../core/language/languages.ts";
import { MESSAGE_KINDS, type MessageKind, type MessageState } from "../../../core/messages/message.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { DataTable } from "../data-table.tsx";

export interface MessageRow {
  id: string;
  number: string;
  kind: MessageKind;
  lang: Lang;
  beginning: string;
  createdAt: Date;
  repliedAt: Date | null;
  state: MessageState;
}

interface Props {
  lang: Lang;
  rows: MessageRow[];
  /** How many of every kind wait. */
  waiting: number;
  next: string | null;
  kind: MessageKind | null;
  done: boolean;
}

/** What readers sent: those that wait, and those that were dealt with. */
export function MessagesPage({ lang, rows, waiting, next, kind, done }: Props) {
  const { t } = useTranslation("workbench");
  const query = (more: Record<string, string>) => `?${new URLSearchParams({ ...(done && { state: "done" }), ...(kind && { kind }), ...more })}`;
  return (
    <>
      <header className="desk-head">
        <h1>{t("messages.title")}</h1>
        <p>{waiting === 0 ? t("messages.noneWaiting") : t("messages.waiting", { count: waiting })}</p>
      </header>
      <search>
        <form className="filter" method="get">
          <label>
            {t("messages.state")}
            <select name="state" defaultValue={done ? "done" : ""}>
              <option value="">{t("messages.states.waiting")}</option>
              <option value="done">{t("messages.done")}</option>
            </select>
          </label>
          <label>
            {t("messages.kind")}
            <select name="kind" defaultValue={kind ?? ""}>
              <option value="">{t("messages.anyKind")}</option>
              {MESSAGE_KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`messages.kinds.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit">{t("strings.filter")}</button>
        </form>
      </search>
      {rows.length === 0 ? <p>{t("messages.none")}</p> : <Table lang={lang} rows={rows} />}
      {next && (
        <p>
          <a className="button" href={query({ before: next })} rel="next">
            {t("messages.older")}
          </a>
        </p>
      )}
    </>
  );
}

function Table({ lang, rows }: Pick<Props, "lang" | "rows">) {
  const { t } = useTranslation("workbench");
  return (
    <DataTable className="cards" caption={t("messages.title")} columns={[t("messages.text"), t("messages.kind"), t("messages.sentAt"), t("messages.state")]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <a href={`/workbench/messages/${row.id}`} lang={language(row.lang).tag}>
              {row.beginning}
            </a>
          </th>
          <td>{t(`messages.kinds.${row.kind}`)}</td>
          <td>{formatDateTime(row.createdAt, lang)}</td>
          <td>{t(`messages.states.${row.state}`)}</td>
        </tr>
      ))}
    </DataTable>
  );
}
