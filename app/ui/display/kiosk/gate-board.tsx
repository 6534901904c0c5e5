import { gravest } from "../../../core/facts/gate-directions.ts";
import { type Lang, language } from "../../../core/language/languages.ts";
import { StatusSign } from "../../kit/status-sign.tsx";
import { statusWords } from "../../kit/status-words.ts";
import { useNow } from "./clock.tsx";
import { shortName } from "./gate-name.ts";
import { useKiosk } from "./kiosk-context.tsx";
import { flowStatuses } from "./statuses.ts";

/** The other gates as stations on one line, each with its status for travellers, in the given languages. */
export function GateBoard({ langs, details }: { langs: readonly Lang[]; details: boolean }) {
  const {
    state: { content },
    speech,
  } = useKiosk();
  const now = useNow();
  return (
    <ul className="board">
      {content.gates
        .filter((gate) => gate.key !== content.gate)
        .map((gate) => {
          const statuses = flowStatuses(content, gate, "passengers", now);
          const { state } = gravest(statuses).status;
          const names = langs.map((lang) => shortName(gate, lang)).filter((name, index, all) => all.findIndex((one) => one.text === name.text) === index);
          return (
            <li key={gate.key} className={`state-${state}`}>
              <StatusSign state={state} />
              <span className="names">
                {names.map((name) => (
                  <b key={name.lang} lang={language(name.lang).tag}>
                    {name.text}
                  </b>
                ))}
              </span>
              <span className="says">
                {langs.flatMap((lang) =>
                  statuses.map((status) => {
                    const { common } = speech(lang);
                    const { word, detail } = statusWords(common, status, lang);
                    return (
                      <span key={`${lang} ${status.direction}`} lang={language(lang).tag}>
                        {status.direction && `${common(`direction.${status.direction}`)} `}
                        <b>{word}</b>
                        {details && detail && <small>{detail}</small>}
                      </span>
                    );
                  }),
                )}
              </span>
            </li>
          );
        })}
    </ul>
  );
}
