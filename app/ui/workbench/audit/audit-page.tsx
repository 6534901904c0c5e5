import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import { AUDIT_ACTS, type AuditAct } from "../../../core/people/audit.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { type Chain, ChainState } from "./chain-state.tsx";

interface Asked {
  by: string | null;
  act: AuditAct | null;
  object: string;
  from: string | null;
  to: string | null;
}

interface Row {
  id: string;
  at: Date;
  by: { id: string; name: string | null } | null;
  act: AuditAct | null;
  actCode: string;
  object: { key: string; name: string; href: string | null };
  before: string | null;
  after: string | null;
  sealed: boolean;
}

interface Props {
  lang: Lang;
  filter: Asked;
  rows: Row[];
  next: string | null;
  members: { id: string; name: string }[];
  chain: Chain;
}

/** Who did what to which object, the newest first; and whether the chain over it holds. */
export function AuditPage({ lang, filter, rows, next, members, chain }: Props) {
  const { t } = useTranslation("records");
  const query = (more: Record<string, string>) => new URLSearchParams({ ...said(filter), ...more });
  return (
    <>
      <header className="desk-head">
        <h1>{t("audit.title")}</h1>
        <p>{t("audit.lead")}</p>
      </header>
      <ChainState chain={chain} lang={lang} />
      <Filter filter={filter} members={members} />
      <p className="audit-files">
        <span>{t("audit.export")}</span>{" "}
        <a className="button" href={`/workbench/audit/export?${query({ as: "csv" })}`} download>
          CSV
        </a>{" "}
        <a className="button" href={`/workbench/audit/export?${query({ as: "jsonl" })}`} download>
          JSON Lines
        </a>
      </p>
      {rows.length === 0 ? <p>{t("audit.none")}</p> : <Trail rows={rows} lang={lang} />}
      {next && (
        <p>
          <a className="button" href={`?${query({ before: next })}`} rel="next">
            {t("audit.older")}
          </a>
        </p>
      )}
    </>
  );
}

const said = (filter: Asked): Record<string, string> => Object.fromEntries(Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1])));

function Filter({ filter, members }: Pick<Props, "filter" | "members">) {
  const { t } = useTranslation("records");
  return (
    <search>
      <form className="filter audit-filter" method="get">
        <label>
          {t("audit.by")}
          <select name="by" defaultValue={filter.by ?? ""}>
            <option value="">{t("audit.anybody")}</option>
            {members.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("audit.act")}
          <select name="act" defaultValue={filter.act ?? ""}>
            <option value="">{t("audit.anyAct")}</option>
            {AUDIT_ACTS.map((act) => (
              <option key={act} value={act}>
                {t(`audit.acts.${act}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("audit.object")}
          <input name="object" defaultValue={filter.object} aria-describedby="audit-object-hint" />
        </label>
        <label>
          {t("audit.from")}
          <input name="from" type="date" defaultValue={filter.from ?? ""} />
        </label>
        <label>
          {t("audit.to")}
          <input name="to" type="date" defaultValue={filter.to ?? ""} />
        </label>
        <button type="submit">{t("audit.show")}</button>
        <p className="hint" id="audit-object-hint">
          {t("audit.objectHint")}
        </p>
      </form>
    </search>
  );
}

function Trail({ rows, lang }: Pick<Props, "rows" | "lang">) {
  const { t } = useTranslation("records");
  return (
    <ol className="audit-trail" aria-label={t("audit.title")}>
      {rows.map(({ id, at, by, act, actCode, object, before, after, sealed }) => (
        <li key={id}>
          <p className="audit-act">
            <b>{act ? t(`audit.acts.${act}`) : actCode}</b>
            {object.href ? <a href={object.href}>{object.name}</a> : <span>{object.name}</span>}
          </p>
          <p className="audit-who">
            <time dateTime={at.toISOString()}>{formatDateTime(at, lang)}</time>
            <span>{by ? (by.name ?? by.id) : t("audit.nobody")}</span>
            <span>{sealed ? t("audit.sealed") : t("audit.unsealed")}</span>
          </p>
          {(before !== null || after !== null) && (
            <details>
              <summary>{t("audit.details")}</summary>
              <dl>
                {before !== null && <Value name={t("audit.before")} value={before} />}
                {after !== null && <Value name={t("audit.after")} value={after} />}
                <Value name={t("audit.key")} value={object.key} />
              </dl>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

function Value({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code>{value}</code>
      </dd>
    </div>
  );
}
