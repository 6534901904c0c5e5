import { useTranslation } from "react-i18next";
import type { Gate } from "../../../core/facts/gate.ts";
import { type Lang, language } from "../../../core/language/languages.ts";
import { type FlowStatus, signState } from "../../kit/flow-status.ts";
import { gateNames } from "../../kit/gate-name.ts";
import { StatusSign } from "../../kit/status-sign.tsx";

/** Every gate, for an operator to choose the one of the shift. */
export function GateList({ lang, stations }: { lang: Lang; stations: { gate: Gate; flows: FlowStatus[] }[] }) {
  const { t } = useTranslation("workbench");
  return (
    <>
      <header className="desk-head">
        <h1>{t("gates.title")}</h1>
        <p>{t("gates.lead")}</p>
      </header>
      {stations.length === 0 && <p className="sheet">{t("gates.noneTheirs")}</p>}
      <ul className="gate-list">
        {stations.map(({ gate, flows }) => (
          <li key={gate.key}>
            <a href={`/workbench/gates/${gate.key}`}>
              <StatusSign state={signState(flows)} />
              {gateNames(gate, lang).map((name) => (
                <span key={name.lang} lang={language(name.lang).tag}>
                  {name.text}
                </span>
              ))}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
