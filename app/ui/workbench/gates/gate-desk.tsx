import { useTranslation } from "react-i18next";
import { FLOWS } from "../../../core/facts/gate.ts";
import { type Lang, language } from "../../../core/language/languages.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import type { FlowStatus } from "../../kit/flow-status.ts";
import { flowWords } from "../../kit/flow-words.ts";
import { gateNames } from "../../kit/gate-name.ts";
import { StatusSign } from "../../kit/status-sign.tsx";
import { confirmedWords, statusWords } from "../../kit/status-words.ts";
import { ReportForm, type Tried } from "./report-form.tsx";
import { saidWords } from "./tap.ts";
import { TapList } from "./tap-list.tsx";
import { type GateNow, type Recent, useFreshGate } from "./use-fresh-gate.ts";
import { useTaps } from "./use-taps.ts";

interface Props extends GateNow {
  lang: Lang;
  /** Ids for the plain forms, by flow; `back`: for taking back. */
  ids: Record<string, string>;
  /** What the plain form before this page reported; null: nothing. */
  sent: Recent | null;
  /** Id of the member. */
  member: string;
  tried: Tried | null;
}

/** One gate on an operator's phone: what visitors read now, and a state away in two taps. */
export function GateDesk({ lang, station, recent: first, ids, sent, member, tried }: Props) {
  const { t } = useTranslation(["workbench", "common"]);
  const { now, refresh } = useFreshGate({ station, recent: first });
  const { gate, flows } = now.station;
  const taps = useTaps(member, refresh);
  return (
    <div className="gate-desk">
      <header className="desk-head">
        <h1>
          {gateNames(gate, lang).map((name) => (
            <span key={name.lang} lang={language(name.lang).tag}>
              {name.text}{" "}
            </span>
          ))}
        </h1>
        <p className="gate-links">
          <a href="/workbench/gates?all">{t("gates.others")}</a>
          <a href={`/${lang}/gates/${gate.key}`}>{t("gates.visitors")}</a>
        </p>
      </header>
      <TapList taps={taps} gate={gate.key} lang={lang} />
      {sent && taps.taps.length === 0 && <Sent sent={sent} id={ids.back ?? ""} />}
      <div className="gate-flows">
        {FLOWS.map((flow) => (
          <section key={flow} className="sheet" aria-labelledby={`flow-${flow}`}>
            <h2 id={`flow-${flow}`}>{t(`common:flow.${flow}`)}</h2>
            <h3 className="hint">{t("gates.now")}</h3>
            {flows
              .filter((one) => one.flow === flow)
              .map((one) => (
                <Now key={one.direction} lang={lang} flow={one} />
              ))}
            <ReportForm gate={gate.key} flow={flow} id={ids[flow] ?? ""} tried={tried?.typed.flow === flow ? tried : null} send={taps.send} />
          </section>
        ))}
      </div>
      <Log recent={now.recent} lang={lang} />
    </div>
  );
}

function Now({ lang, flow }: { lang: Lang; flow: FlowStatus }) {
  const { t } = useTranslation("common");
  const { word, detail } = statusWords(t, flow.status, lang);
  const confirmed = confirmedWords(t, flow.status, lang);
  const { state } = flow.status.status;
  return (
    <p className={`gate-now state-${state}`}>
      <StatusSign state={state} />
      <span>
        {flow.direction && `${flowWords(t, flow)}: `}
        <b>{word}</b> {detail} {confirmed && <small>{confirmed}</small>}
      </span>
    </p>
  );
}

/** After a plain form: what was received, and the way to take it back. */
function Sent({ sent, id }: { sent: Recent; id: string }) {
  const { t } = useTranslation("workbench");
  const { t: common } = useTranslation("common");
  return (
    <form method="post" className="done-box gate-sent" role="status">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="of" value={sent.id} />
      <p>{t("gates.sent", { what: saidWords(common, sent) })}</p>
      <button type="submit" name="intent" value="take-back">
        {t("gates.undo")}
      </button>
    </form>
  );
}

function Log({ recent, lang }: { recent: Recent[]; lang: Lang }) {
  const { t } = useTranslation("workbench");
  const { t: common } = useTranslation("common");
  return (
    <section className="sheet">
      <h2>{t("gates.recent")}</h2>
      {recent.length === 0 && <p>{t("gates.none")}</p>}
      <ul className="gate-log">
        {recent.map((one) => {
          const what = saidWords(common, one);
          return (
            <li key={one.id}>
              {one.takesBack ? t("gates.takenBack", { what }) : what}
              {one.reason && ` (${one.reason[lang]})`}{" "}
              <span className="hint">{t("gates.recentBy", { at: formatDateTime(one.at, lang), who: one.by ?? t("gates.nobody") })}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
