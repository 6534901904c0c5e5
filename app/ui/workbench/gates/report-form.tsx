import type { FormEvent } from "react";
import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { DIRECTIONS, type Flow } from "../../../core/facts/gate.ts";
import { BELIEVED_HOURS, REASONS, REPORTED_STATES, WAITS } from "../../../core/facts/gate-report.ts";
import { LANGUAGES } from "../../../core/language/languages.ts";
import { StatusSign } from "../../kit/status-sign.tsx";
import { waitWords } from "../../kit/status-words.ts";
import { Field, ProblemBox } from "../field.tsx";
import type { Problem } from "../problem.ts";
import { OTHER_REASON, tapProblemWords } from "./tap.ts";
import type { Taps } from "./use-taps.ts";

/** A form that came back: what was typed, and why it was refused. */
export interface Tried {
  typed: Record<string, string>;
  problem: Problem;
}

interface Props {
  gate: string;
  flow: Flow;
  /** The form's own, so that sent twice it counts once. */
  id: string;
  tried: Tried | null;
  send: Taps["send"];
}

/** The states as large buttons, and one that sends; everything else waits folded away. Plain forms: a script only queues what they say. */
export function ReportForm({ gate, flow, id, tried, send }: Props) {
  const { t } = useTranslation(["workbench", "common", "errors"]);
  const form = useRef<HTMLFormElement>(null);
  const { t: common } = useTranslation("common");
  const typed = tried?.typed ?? {};

  function queue(event: FormEvent<HTMLFormElement>) {
    const fields = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]));
    delete fields.id;
    if (!send(gate, { ...fields, intent: "report" })) return;
    event.preventDefault();
    form.current?.reset();
  }

  return (
    <form ref={form} method="post" onSubmit={queue} aria-label={t("gates.report", { flow: common(`flow.${flow}`) })}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="intent" value="report" />
      <input type="hidden" name="flow" value={flow} />
      {tried && (
        <ProblemBox title={t("gates.refused")}>
          {tapProblemWords(t, { code: tried.problem.code, field: (tried.problem.details.field as string | undefined) ?? null })}
        </ProblemBox>
      )}
      <fieldset className="gate-states">
        <legend className="hidden">{t("gates.state")}</legend>
        {REPORTED_STATES.map((state) => (
          <label key={state} className={`state-${state}`}>
            <input type="radio" name="state" value={state} required defaultChecked={typed.state === state} />
            <span>
              <StatusSign state={state} /> {common(`status.${state}`)}
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" className="primary gate-send">
        {t("gates.send")}
      </button>
      <details open={Boolean(tried)}>
        <summary>{t("gates.more")}</summary>
        <Options typed={typed} />
      </details>
    </form>
  );
}

function Options({ typed }: { typed: Record<string, string> }) {
  const { t } = useTranslation(["workbench", "common"]);
  const { t: common } = useTranslation("common");
  const id = useId();
  const hours = { open: BELIEVED_HOURS.open, congested: BELIEVED_HOURS.congested, halt: BELIEVED_HOURS.closed };
  return (
    <div className="gate-options">
      <fieldset className="field">
        <legend>{t("gates.direction")}</legend>
        {["", ...DIRECTIONS].map((direction) => (
          <label key={direction} className="choice">
            <input type="radio" name="direction" value={direction} defaultChecked={(typed.direction ?? "") === direction} />
            <span>{direction ? common(`direction.${direction as "in" | "out"}`) : t("gates.bothDirections")}</span>
          </label>
        ))}
      </fieldset>
      <Field label={t("gates.until")} hint={t("gates.untilHint", hours)} name="until" type="datetime-local" defaultValue={typed.until} />
      <p className="field">
        <label htmlFor={`${id}-wait`}>{t("gates.wait")}</label>
        <select id={`${id}-wait`} name="wait" defaultValue={typed.wait ?? ""}>
          <option value="">{t("gates.noWait")}</option>
          {WAITS.map((minutes) => (
            <option key={minutes} value={minutes}>
              {waitWords(common, minutes)}
            </option>
          ))}
        </select>
      </p>
      <p className="field">
        <label htmlFor={`${id}-reason`}>{t("gates.reason")}</label>
        <select id={`${id}-reason`} name="reason" defaultValue={typed.reason ?? ""}>
          <option value="">{t("gates.noReason")}</option>
          {REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {t(`gates.reasons.${reason}`)}
            </option>
          ))}
          <option value={OTHER_REASON}>{t("gates.otherReason")}</option>
        </select>
      </p>
      {LANGUAGES.map(({ code, tag, name }) => (
        <Field
          key={code}
          label={t("gates.reasonIn", { language: name })}
          name={`reason.${code}`}
          lang={tag}
          maxLength={160}
          defaultValue={typed[`reason.${code}`]}
        />
      ))}
    </div>
  );
}
