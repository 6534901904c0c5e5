import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DatedKind, Gate } from "../../core/facts/gate.ts";
import { others } from "../../core/language/languages.ts";
import { clocks, formatDay } from "../../i18n/format.ts";
import type { ShownAgency } from "../kit/agency.ts";
import { anchorOf } from "../kit/article-body.tsx";
import { ContactCard } from "../kit/contact-card.tsx";
import { Standing } from "../kit/fact-box.tsx";
import { type FlowStatus, firstOfEach } from "../kit/flow-status.ts";
import { flowWords } from "../kit/flow-words.ts";
import { Foreign } from "../kit/foreign.tsx";
import { gateNames } from "../kit/gate-name.ts";
import { StatusSign } from "../kit/status-sign.tsx";
import { confirmedWords, statusWords } from "../kit/status-words.ts";
import { useLang } from "../kit/use-lang.ts";
import { VerifyMark } from "../kit/verify-mark.tsx";
import { Words } from "../kit/words.tsx";
import { AsOf } from "./as-of.tsx";
import { KeepGate } from "./keep-gate.tsx";
import { live, ON_GATES } from "./live-mark.ts";
import { type Listed, MorePages } from "./page-list.tsx";
import { articlePath, boardPath } from "./paths.ts";

interface Props {
  station: { gate: Gate; kind: DatedKind | null; flows: FlowStatus[] };
  agencies: Record<string, ShownAgency>;
  articles: Listed[];
  today: string;
  asOf: Date;
  revision: number;
  validUntil: Date | null;
}

/** One gate: what holds now, its hours on every clock, what is known of it, its articles. */
export function GatePage({ station: { gate, kind, flows }, agencies, articles, today, asOf, revision, validUntil }: Props) {
  const { t } = useTranslation("visitor");
  const lang = useLang();
  const agency = agencies[gate.agency];
  return (
    <div className="wrap reading">
      <div>
        <p className="crumb">
          <a href={boardPath(lang)}>{t("gate.all")}</a>
        </p>
        <h1 className="names">
          {gateNames(gate, lang).map((name) => (
            <span key={name.lang}>
              <Foreign lang={name.lang}>{name.text}</Foreign>
              {name.unsure && (
                <>
                  {" "}
                  <VerifyMark lang={lang} />
                </>
              )}
            </span>
          ))}
        </h1>
        <p className="lead" id={anchorOf("summary")}>
          <Words text={gate.summary[lang]} lang={lang} />
        </p>

        <h2>{t("gate.status")}</h2>
        <AsOf asOf={asOf} revision={revision} validUntil={validUntil} />
        <div className="now" id="now" {...live(ON_GATES)} aria-live="polite">
          {flows.map((flow) => (
            <FlowNow key={`${flow.flow} ${flow.direction}`} {...flow} />
          ))}
        </div>

        <h2 id={anchorOf("hours")}>{t("gate.hours")}</h2>
        <Hours flows={firstOfEach(flows)} agencies={agencies} today={today} />

        <h2>{t("gate.about")}</h2>
        <dl className="about">
          <Row label={t("gate.kind")}>{kind ? <Kind kind={kind} agency={agency?.name} /> : t("gate.none")}</Row>
          <Row label={t("gate.opposite")} anchor="opposite">
            {gate.opposite ? (
              <>
                {gate.opposite.name[lang]}{" "}
                {others(lang).map((code) => (
                  <Foreign key={code} lang={code}>
                    {gate.opposite?.name[code]}
                  </Foreign>
                ))}{" "}
                {gate.opposite.mark === "verify" && <VerifyMark lang={lang} agency={agency?.name} />}
              </>
            ) : (
              t("gate.none")
            )}
          </Row>
          <Row label={t("gate.markers")}>{gate.markers ?? t("gate.none")}</Row>
        </dl>
      </div>
      <aside>
        <KeepGate />
        {agency && (
          <section aria-labelledby="agency">
            <h2 id="agency">{t("gate.agency")}</h2>
            <ContactCard lang={lang} agency={agency} />
          </section>
        )}
        <MorePages id="articles" title={t("gate.articles")} pages={articles} pathOf={articlePath} />
      </aside>
    </div>
  );
}

function Row({ label, anchor, children }: { label: string; anchor?: string; children: ReactNode }) {
  return (
    <div id={anchor && anchorOf(anchor)}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Kind({ kind, agency }: { kind: DatedKind; agency: string | undefined }) {
  const { t } = useTranslation("visitor");
  const { t: common } = useTranslation("common");
  const lang = useLang();
  const name = common(`gateKind.${kind.kind}`);
  return (
    <>
      {kind.from ? t("gate.kindSince", { kind: name, day: formatDay(kind.from, lang) }) : name}{" "}
      {kind.mark === "verify" && <VerifyMark lang={lang} agency={agency} />}
    </>
  );
}

function FlowNow({ flow, direction, status }: FlowStatus) {
  const { t } = useTranslation("common");
  const lang = useLang();
  const { word, detail } = statusWords(t, status, lang);
  const confirmed = confirmedWords(t, status, lang);
  const { state } = status.status;
  return (
    <div className={`state-${state}`}>
      <StatusSign state={state} />
      <p>
        {flowWords(t, { flow, direction })}
        <b>{word}</b>
        {detail && <span>{detail}</span>}
        {confirmed && <small>{confirmed}</small>}
      </p>
    </div>
  );
}

/** The published hours, a column a clock, and who stands behind them. */
function Hours({ flows, agencies, today }: { flows: FlowStatus[]; agencies: Record<string, ShownAgency>; today: string }) {
  const { t } = useTranslation("visitor");
  const { t: common } = useTranslation("common");
  const lang = useLang();
  const zones = clocks("00:00", lang);
  return (
    <>
      <div className="table hours">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("gate.flow")}</th>
              {zones.map(({ zone, label }) => (
                <th key={zone} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {flows.map(({ flow, hours }) => {
              const value = hours?.value;
              return (
                <tr key={flow}>
                  <th scope="row">{common(`flow.${flow}`)}</th>
                  {value?.type === "hours" ? (
                    clocks(value.opens, lang).map(({ zone, time }, index) => (
                      <td key={zone} className="value">
                        {time}–{clocks(value.closes, lang)[index]?.time}
                      </td>
                    ))
                  ) : (
                    <td className="unpublished" colSpan={zones.length}>
                      {t("gate.noHours")}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {flows.map(({ flow, hours }) => hours && <Standing key={flow} fact={hours} lang={lang} agencies={agencies} today={today} />)}
    </>
  );
}
