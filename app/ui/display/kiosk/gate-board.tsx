import { FLOWS, type Gate } from "../../../core/facts/gate.ts";
import { gravest } from "../../../core/facts/gate-directions.ts";
import { type Lang, language } from "../../../core/language/languages.ts";
import { StatusSign } from "../../kit/status-sign.tsx";
import { statusWords } from "../../kit/status-words.ts";
import { shortName } from "../content/gate-name.ts";
import { flowStatuses } from "../content/statuses.ts";
import { useNow } from "./clock.tsx";
import { useKiosk } from "./kiosk-context.tsx";

/** The other gates as stations on one line, each with its status for travellers, in the given languages. */
export function GateBoard({ langs }: { langs: readonly Lang[] }) {
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
          return (
            <li key={gate.key} className={`state-${state}`}>
              <StatusSign state={state} />
              <Names gate={gate} langs={langs} />
              <span className="says">
                {langs.flatMap((lang) =>
                  statuses.map((status) => {
                    const { common } = speech(lang);
                    return (
                      <span key={`${lang} ${status.direction}`} lang={language(lang).tag}>
                        {status.direction && `${common(`direction.${status.direction}`)} `}
                        <b>{statusWords(common, status, lang).word}</b>
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

/** All gates as stations on two lines, one a flow; each opens its page. The map and the words are one. */
export function LineMap({ lang }: { lang: Lang }) {
  const {
    state: { content },
    speech,
    send,
  } = useKiosk();
  const now = useNow();
  const { common, t } = speech(lang);
  return (
    <>
      <p className="tracks" aria-hidden="true">
        {FLOWS.map((flow) => (
          <span key={flow}>{common(`flow.${flow}`)}</span>
        ))}
      </p>
      <ul className="line-map">
        {content.gates.map((gate) => {
          const flows = FLOWS.map((flow) => ({ flow, told: gravest(flowStatuses(content, gate, flow, now)) }));
          return (
            <li key={gate.key}>
              <button type="button" onClick={() => send({ kind: "opened", place: { screen: "gate", gate: gate.key } })}>
                <span className="stops">
                  {flows.map(({ flow, told }) => (
                    <StatusSign key={flow} state={told.status.state} />
                  ))}
                </span>
                <span className="words">
                  <span className="names">
                    <Names gate={gate} langs={[lang]} />
                    {gate.key === content.gate && <small className="here">{t("gates.here")}</small>}
                  </span>
                  {flows.map(({ flow, told }) => {
                    const { word, detail } = statusWords(common, told, lang);
                    return (
                      <span key={flow} className={`says state-${told.status.state}`}>
                        {common(`flow.${flow}`)} <b>{word}</b>
                        {detail && <small> {detail}</small>}
                      </span>
                    );
                  })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** A gate's names in the given languages, each once. */
function Names({ gate, langs }: { gate: Gate; langs: readonly Lang[] }) {
  const names = langs.map((lang) => shortName(gate, lang)).filter((name, index, all) => all.findIndex((one) => one.text === name.text) === index);
  return (
    <span className="names">
      {names.map((name) => (
        <b key={name.lang} lang={language(name.lang).tag}>
          {name.text}
        </b>
      ))}
    </span>
  );
}
