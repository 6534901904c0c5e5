import { useTranslation } from "react-i18next";
import type { DatedKind, Gate } from "../../core/facts/gate.ts";
import type { Lang } from "../../core/language/languages.ts";
import { type FlowStatus, restsOnUnsureHours, signState, toldOf } from "../kit/flow-status.ts";
import { flowWords } from "../kit/flow-words.ts";
import { Foreign } from "../kit/foreign.tsx";
import { gateNames, type NameIn } from "../kit/gate-name.ts";
import { StatusSign } from "../kit/status-sign.tsx";
import { confirmedWords, statusWords } from "../kit/status-words.ts";
import { useLang } from "../kit/use-lang.ts";
import { live, ON_GATES } from "./live-mark.ts";
import { gatePath } from "./paths.ts";

export interface Station {
  gate: Gate;
  /** What it is today; null: not known. */
  kind: DatedKind | null;
  flows: FlowStatus[];
}

/**
 * The gates as stations on one line, each with what holds there: shape, word, until or from when on every clock.
 * `detailed`: what kind of gate it is, which one it faces, and when a person confirmed what is told.
 */
export function GateBoard({ stations, detailed = false }: { stations: readonly Station[]; detailed?: boolean }) {
  const { t } = useTranslation("visitor");
  const lang = useLang();
  const unsure = stations.some((station) => hasStar(station, lang, detailed));
  return (
    <div id="gate-board" {...live(ON_GATES)}>
      <ol className="line">
        {stations.map((station) => (
          <Stop key={station.gate.key} {...station} detailed={detailed} />
        ))}
      </ol>
      {unsure && (
        <p className="star">
          <sup>*</sup> {t("board.star")}
        </p>
      )}
    </div>
  );
}

function hasStar({ gate, kind, flows }: Station, lang: Lang, detailed: boolean): boolean {
  const details = detailed && (kind?.mark === "verify" || gate.opposite?.mark === "verify");
  return details || flows.some(restsOnUnsureHours) || gateNames(gate, lang).some((name) => name.unsure);
}

function Stop({ gate, kind, flows, detailed }: Station & { detailed: boolean }) {
  const lang = useLang();
  return (
    <li>
      <StatusSign state={signState(flows)} />
      <a href={gatePath(lang, gate.key)}>
        {gateNames(gate, lang).map((name, index) => (
          <Name key={name.lang} {...name} first={index === 0} own={name.lang === lang} />
        ))}
        {detailed && <Details gate={gate} kind={kind} />}
      </a>
      <div className="states">
        {toldOf(flows).map(({ flow, named }) => (
          <FlowLine key={`${flow.flow} ${flow.direction}`} {...flow} named={named} confirmed={detailed} />
        ))}
      </div>
    </li>
  );
}

function Name({ lang, text, unsure, first, own }: NameIn & { first: boolean; own: boolean }) {
  const words = (
    <>
      {text}
      {unsure && <sup>*</sup>}
    </>
  );
  const tagged = own ? words : <Foreign lang={lang}>{words}</Foreign>;
  return first ? <b>{tagged}</b> : <> {tagged}</>;
}

function Details({ gate: { opposite }, kind }: Pick<Station, "gate" | "kind">) {
  const lang = useLang();
  const { t } = useTranslation("visitor");
  const { t: common } = useTranslation("common");
  return (
    <>
      {kind && (
        <em>
          {common(`gateKind.${kind.kind}`)}
          {kind.mark === "verify" && <sup>*</sup>}
        </em>
      )}
      {opposite && (
        <em>
          {t("board.facing", { name: opposite.name[lang] })}
          {opposite.mark === "verify" && <sup>*</sup>}
        </em>
      )}
    </>
  );
}

function FlowLine({ named, confirmed, ...flow }: FlowStatus & { named: boolean; confirmed: boolean }) {
  const { t } = useTranslation("visitor");
  const { t: common } = useTranslation("common");
  const lang = useLang();
  const { word, detail } = statusWords(common, flow.status, lang);
  const by = confirmed && confirmedWords(common, flow.status, lang);
  return (
    <p className={`state-${flow.status.status.state}`}>
      {named && <span>{t("board.flow", { flow: flowWords(common, flow) })} </span>}
      <b>{word}</b>
      {detail && (
        <small>
          {" "}
          {detail}
          {restsOnUnsureHours(flow) && <sup>*</sup>}
        </small>
      )}
      {by && <small> {by}</small>}
    </p>
  );
}
