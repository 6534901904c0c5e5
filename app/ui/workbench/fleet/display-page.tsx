import { useTranslation } from "react-i18next";
import type { DisplayView } from "../../../core/displays/fleet-views.ts";
import type { Lang } from "../../../core/language/languages.ts";
import { formatDateTime, formatNumber } from "../../../i18n/format.ts";
import { Words } from "../../kit/words.tsx";
import { Field } from "../field.tsx";
import { type FleetDone, FleetDoneNote } from "./done-note.tsx";
import { heardWords } from "./moments.ts";
import { ReachTable } from "./reach-table.tsx";
import { FleetRefused, problemOf, type TriedFleet } from "./refused.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { ShownWords } from "./shown-words.tsx";
import { StandingChip } from "./standing-chip.tsx";
import { UptimeChart } from "./uptime-chart.tsx";

interface DisplayPageProps {
  view: DisplayView;
  lang: Lang;
  done: FleetDone | null;
  tried: TriedFleet | null;
}

/** One display: how it is, what can be asked of it, how it behaves. */
export function DisplayPage({ view, lang, done, tried }: DisplayPageProps) {
  const { t } = useTranslation("fleet");
  const { display, site, standing } = view;
  const from = (...intents: string[]) => (tried && intents.includes(tried.typed.intent ?? "") ? tried : null);
  return (
    <>
      <header className="desk-head">
        <p>
          <a href="/workbench/displays">← {t("title")}</a>
        </p>
        <h1>
          <Words text={display.name} lang={lang} />
        </h1>
        <p className="counts">
          <StandingChip standing={standing} />
          <span>
            {t(`kinds.${display.kind}`)}
            {" · "}
            <Words text={site[lang]} lang={lang} />
          </span>
        </p>
        <p>{t(`standingHints.${standing}`)}</p>
      </header>
      {!tried && <FleetDoneNote done={done} />}
      <FleetRefused tried={from("reload", "identify", "revoke", "no-pin")} />
      <Health view={view} lang={lang} />
      {!display.revokedAt && <Orders view={view} lang={lang} />}
      <UptimeChart days={view.days} displays={null} lang={lang} />
      <ReachTable reach={view.reach} days={view.days.length} lang={lang} />
      {!display.revokedAt && (
        <>
          <SettingsForm view={view} lang={lang} tried={from("change")} />
          <PinForm hasPin={view.hasPin} tried={from("pin")} />
          <RevokeForm />
        </>
      )}
    </>
  );
}

function Health({ view, lang }: { view: DisplayView; lang: Lang }) {
  const { t } = useTranslation("fleet");
  const { display, heard, report, wanted, shows, asOf, pairedBy } = view;
  const short = (hash: string | null): string => hash?.slice(0, 12) ?? "–";
  const megabytes = (bytes: number): string => formatNumber(Math.round(bytes / 1_000_000), lang);
  return (
    <section className="sheet" aria-labelledby="health">
      <h2 id="health">{t("health.title")}</h2>
      <dl className="about">
        <dt>{t("columns.heard")}</dt>
        <dd>{heardWords(t, heard, asOf, lang)}</dd>
        <dt>{t("columns.shows")}</dt>
        <dd>{shows ? <ShownWords shown={shows} shownIn={report?.lang ?? null} lang={lang} /> : "–"}</dd>
        <dt>{t("health.holds")}</dt>
        <dd>
          <code>{short(report?.manifest ?? null)}</code>{" "}
          {wanted && (report?.manifest === wanted ? t("health.current") : t("health.wanted", { wanted: short(wanted) }))}
        </dd>
        <dt>{t("health.clock")}</dt>
        <dd>{report?.clockOffset == null ? "–" : t("health.seconds", { seconds: formatNumber(Math.round(report.clockOffset / 100) / 10, lang) })}</dd>
        <dt>{t("health.storage")}</dt>
        <dd>{report?.storage ? t("health.megabytes", { used: megabytes(report.storage.used), quota: megabytes(report.storage.quota) }) : "–"}</dd>
        <dt>{t("fields.size")}</dt>
        <dd>{display.size ? `${display.size.width} × ${display.size.height}` : t("health.noPicture")}</dd>
        <dt>{t("health.since")}</dt>
        <dd>{report ? formatDateTime(new Date(report.startedAt), lang) : "–"}</dd>
        <dt>{t("health.paired")}</dt>
        <dd>
          {formatDateTime(display.pairedAt, lang)}
          {pairedBy && ` · ${pairedBy}`}
        </dd>
        {display.revokedAt && (
          <>
            <dt>{t("health.revoked")}</dt>
            <dd>{formatDateTime(display.revokedAt, lang)}</dd>
          </>
        )}
      </dl>
      {report && report.errors.length > 0 && (
        <>
          <h3>{t("health.errors")}</h3>
          <ul>
            {report.errors.map(({ at, message }) => (
              <li key={`${at} ${message}`}>
                {formatDateTime(new Date(at), lang)}: <code>{message}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Orders({ view, lang }: { view: DisplayView; lang: Lang }) {
  const { t } = useTranslation("fleet");
  return (
    <form className="sheet" method="post" aria-labelledby="orders">
      <h2 id="orders">{t("orders.title")}</h2>
      <p>{t("orders.lead")}</p>
      <div className="page-links">
        <button type="submit" name="intent" value="identify">
          {t("orders.identify")}
        </button>
        <button type="submit" name="intent" value="reload">
          {t("orders.reload")}
        </button>
      </div>
      {view.orders.length > 0 && (
        <ul>
          {view.orders.map(({ id, kind, at }) => (
            <li key={id}>{t("orders.open", { what: t(`orders.${kind}`), at: formatDateTime(new Date(at), lang) })}</li>
          ))}
        </ul>
      )}
    </form>
  );
}

function PinForm({ hasPin, tried }: { hasPin: boolean; tried: TriedFleet | null }) {
  const { t } = useTranslation("fleet");
  return (
    <form className="sheet" method="post" aria-labelledby="pin">
      <h2 id="pin">{t("pin.title")}</h2>
      <p>{t(hasPin ? "pin.set" : "pin.none")}</p>
      <FleetRefused tried={tried} />
      <div className="row">
        <Field label={t("pin.label")} hint={t("pin.hint")} name="pin" inputMode="numeric" autoComplete="off" problem={problemOf(t, tried, "pin")} />
      </div>
      <div className="page-links">
        <button type="submit" name="intent" value="pin">
          {t("pin.submit")}
        </button>
        {hasPin && (
          <button type="submit" name="intent" value="no-pin">
            {t("pin.remove")}
          </button>
        )}
      </div>
    </form>
  );
}

function RevokeForm() {
  const { t } = useTranslation("fleet");
  return (
    <details className="sheet">
      <summary>{t("revoke.title")}</summary>
      <form method="post">
        <p>{t("revoke.lead")}</p>
        <button type="submit" name="intent" value="revoke">
          {t("revoke.submit")}
        </button>
      </form>
    </details>
  );
}
