import { useTranslation } from "react-i18next";
import type { GateStatus } from "../../core/facts/gate-status.ts";
import { areAlike } from "../kit/flow-status.ts";
import { gateTitle } from "../kit/gate-name.ts";
import { StatusSign } from "../kit/status-sign.tsx";
import { statusWords } from "../kit/status-words.ts";
import { useLang } from "../kit/use-lang.ts";
import type { Station } from "./gate-board.tsx";
import { gatePath } from "./paths.ts";

const DISTURBED: ReadonlySet<GateStatus["state"]> = new Set(["suspended", "closed", "congested"]);

/** What a traveller has to know before anything else: flows that are halted or jammed now. Nothing when all is calm. */
export function Disturbances({ stations }: { stations: readonly Station[] }) {
  const { t } = useTranslation("visitor");
  const { t: common } = useTranslation("common");
  const lang = useLang();
  const found = stations.flatMap(({ gate, flows }) => {
    const disturbed = flows.filter((flow) => DISTURBED.has(flow.status.status.state));
    return areAlike(flows) ? disturbed.slice(0, 1).map((flow) => ({ gate, flow, named: false })) : disturbed.map((flow) => ({ gate, flow, named: true }));
  });
  if (found.length === 0) return null;
  return (
    <section className="wrap urgent" aria-label={t("home.disturbances")}>
      {found.map(({ gate, flow, named }) => {
        const { word, detail } = statusWords(common, flow.status, lang);
        const { state } = flow.status.status;
        return (
          <p key={gate.key + flow.flow} className={`state-${state}`}>
            <StatusSign state={state} />
            <span>
              <a href={gatePath(lang, gate.key)}>{gateTitle(gate, lang)}</a> {named && t("board.flow", { flow: common(`flow.${flow.flow}`) })} <b>{word}</b>{" "}
              {detail}
            </span>
          </p>
        );
      })}
    </section>
  );
}
