import { useTranslation } from "react-i18next";
import type { Gate } from "../../core/facts/gate.ts";
import type { GateStatus } from "../../core/facts/gate-status.ts";
import { type FlowStatus, toldOf } from "../kit/flow-status.ts";
import { flowWords } from "../kit/flow-words.ts";
import { gateTitle } from "../kit/gate-name.ts";
import { StatusSign } from "../kit/status-sign.tsx";
import { statusWords } from "../kit/status-words.ts";
import { useLang } from "../kit/use-lang.ts";
import type { Station } from "./gate-board.tsx";
import { live, ON_GATES } from "./live-mark.ts";
import { gatePath } from "./paths.ts";

const DISTURBED: ReadonlySet<GateStatus["state"]> = new Set(["suspended", "closed", "congested"]);

/** What a traveller has to know before anything else: flows that are halted or jammed now. Nothing when all is calm. */
export function Disturbances({ stations }: { stations: readonly Station[] }) {
  const told = stations.flatMap(({ gate, flows }) => toldOf(flows).map((one) => ({ gate, ...one })));
  const found = told.filter(({ flow }) => DISTURBED.has(flow.status.status.state));
  // There even when it is empty: what appears in it later is read out.
  return (
    <div id="urgent" {...live(ON_GATES)} aria-live="polite">
      {found.length > 0 && <Found found={found} />}
    </div>
  );
}

function Found({ found }: { found: { gate: Gate; flow: FlowStatus; named: boolean }[] }) {
  const { t } = useTranslation("visitor");
  const { t: common } = useTranslation("common");
  const lang = useLang();
  return (
    <section className="wrap urgent" aria-label={t("home.disturbances")}>
      {found.map(({ gate, flow, named }) => {
        const { word, detail } = statusWords(common, flow.status, lang);
        const { state } = flow.status.status;
        return (
          <p key={`${gate.key} ${flow.flow} ${flow.direction}`} className={`state-${state}`}>
            <StatusSign state={state} />
            <span>
              <a href={gatePath(lang, gate.key)}>{gateTitle(gate, lang)}</a> {named && t("board.flow", { flow: flowWords(common, flow) })} <b>{word}</b>{" "}
              {detail}
            </span>
          </p>
        );
      })}
    </section>
  );
}
