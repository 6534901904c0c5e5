import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { language } from "../../../core/language/languages.ts";
import { checkDraft, type DraftFaults, LONGEST_CONTACT, LONGEST_TEXT, lengthOf } from "../../../core/messages/draft.ts";
import { KEPT_DAYS } from "../../../core/messages/message.ts";
import { formAddress } from "./addresses.ts";
import { Dock, useOwnKeyboard } from "./dock.tsx";
import { type Draft, WRITTEN_KINDS } from "./draft.ts";
import { Icon } from "./icons.tsx";
import { Keyboard } from "./keyboard.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { type Sent, sendDraft } from "./send-draft.ts";
import { SentScreen } from "./sent-screen.tsx";
import { type TypingField, useTyping } from "./use-typing.ts";

type Outcome = Exclude<Sent, { number: string }>;

/** A question or feedback, written at the kiosk. What is typed stays for the visit, in either language, whether it can be sent or not. */
export function WriteScreen() {
  const { state } = useKiosk();
  return state.draft.number ? <SentScreen number={state.draft.number} /> : <Form />;
}

function Form() {
  const { state, send, mailbox } = useKiosk();
  const { t, asking, lang } = useSpeech();
  const { draft, content } = state;
  const change = useCallback((change: Partial<Draft>) => send({ kind: "written", draft: change }), [send]);
  const text = useTyping(
    draft.text,
    useCallback((typed: string) => change({ text: typed }), [change]),
  );
  const contact = useTyping(
    draft.contact,
    useCallback((typed: string) => change({ contact: typed }), [change]),
  );
  const [active, setActive] = useState<"text" | "contact" | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [sending, setSending] = useState(false);
  const own = useOwnKeyboard();
  const faults = outcome && "faults" in outcome ? outcome.faults : {};

  async function submit() {
    const found = checkDraft({ ...draft, trap: "" }).faults;
    if (Object.keys(found).length > 0) return setOutcome({ faults: found });
    setActive(null);
    setSending(true);
    const sent = await sendDraft(mailbox, lang, draft);
    setSending(false);
    if ("number" in sent) return change({ number: sent.number });
    setOutcome(sent);
  }

  return (
    <>
      <h1 tabIndex={-1}>{asking(`${draft.kind}.title`)}</h1>
      <Trouble outcome={outcome} draft={draft} />
      <fieldset className="options kinds" aria-label={t("write.kind")}>
        {WRITTEN_KINDS.map((kind) => (
          <button key={kind} type="button" aria-pressed={draft.kind === kind} onClick={() => change({ kind })}>
            {draft.kind === kind && <Icon name="check" />}
            {asking(`${kind}.title`)}
          </button>
        ))}
      </fieldset>
      <p className="lead">{asking(`${draft.kind}.lead`)}</p>
      {draft.kind === "question" && (
        <fieldset className="choice" aria-label={asking("question.topic")}>
          <h2>{asking("question.topic")}</h2>
          <div className="options">
            {content.topics.map(({ key, name }) => (
              <button key={key} type="button" aria-pressed={draft.topic === key} onClick={() => change({ topic: draft.topic === key ? "" : key })}>
                {draft.topic === key && <Icon name="check" />}
                {name[lang]}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <Field
        name="text"
        label={asking(`${draft.kind}.text`)}
        hint={asking(`${draft.kind}.textHint`)}
        fault={
          faults.text &&
          (faults.text === "missing" ? asking("faults.textMissing") : asking("faults.textLong", { length: lengthOf(draft.text.trim()), most: LONGEST_TEXT }))
        }
        target={text}
        rows={4}
        own={own}
        active={active === "text"}
        onActive={() => setActive("text")}
      />
      {language(lang).unspaced && own && <p className="hint">{t("write.latin")}</p>}
      <Field
        name="contact"
        label={asking("contact.label")}
        hint={asking("contact.hint")}
        fault={faults.contact && (faults.contact === "many_lines" ? asking("faults.contactLines") : asking("faults.contactLong", { most: LONGEST_CONTACT }))}
        target={contact}
        own={own}
        active={active === "contact"}
        onActive={() => setActive("contact")}
      />
      {faults.consent && <p className="fault">{asking("faults.consentMissing")}</p>}
      <label className="consent">
        <input
          type="checkbox"
          checked={draft.consent}
          aria-invalid={faults.consent ? true : undefined}
          onChange={({ target }) => change({ consent: target.checked })}
        />
        <span>{asking("consent.label", { days: KEPT_DAYS })}</span>
      </label>
      <div className="ways">
        <button type="button" className="pill strong" aria-disabled={sending} onClick={() => !sending && void submit()}>
          {t(sending ? "write.sending" : "write.send")}
        </button>
        <CarryDraft draft={draft} />
      </div>
      {own && active && (
        <Dock>
          <Keyboard key={active} target={active === "text" ? text : contact} lines={active === "text"} onDone={() => setActive(null)} />
        </Dock>
      )}
    </>
  );
}

/** The same form on a phone, with what was typed here. */
function CarryDraft({ draft }: { draft: Draft }) {
  const { state, send } = useKiosk();
  const { t, lang } = useSpeech();
  return (
    <button
      type="button"
      className="pill quiet"
      onClick={() => send({ kind: "panel-opened", panel: { kind: "carry", address: formAddress(state.content.origin, lang, draft) } })}
    >
      <Icon name="carry" />
      {t("write.carry")}
    </button>
  );
}

/** Why it was not sent: told where the form begins, and read out. */
function Trouble({ outcome, draft }: { outcome: Outcome | null; draft: Draft }) {
  const { t, asking } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome) box.current?.scrollIntoView({ block: "start" });
  }, [outcome]);
  return (
    <div role="alert" ref={box}>
      {outcome && (
        <div className="trouble">
          <h2>{asking("faults.title")}</h2>
          {"unreached" in outcome && <p>{t("write.unreached")}</p>}
          {"tooMany" in outcome && <p>{t("write.tooMany", outcome.tooMany)}</p>}
          {"faults" in outcome && <Named faults={outcome.faults} />}
          {!("faults" in outcome) && <CarryDraft draft={draft} />}
        </div>
      )}
    </div>
  );
}

function Named({ faults }: { faults: DraftFaults }) {
  const { asking } = useSpeech();
  return (
    <>
      <p>{asking("faults.kept")}</p>
      <ul>
        {faults.text && <li>{asking(faults.text === "missing" ? "faults.textMissing" : "question.text")}</li>}
        {faults.contact && <li>{asking("contact.label")}</li>}
        {faults.consent && <li>{asking("faults.consentMissing")}</li>}
      </ul>
    </>
  );
}

interface FieldProps {
  name: string;
  label: string;
  hint: string;
  fault: ReactNode;
  target: TypingField;
  /** Lines of a longer text; absent: one line. */
  rows?: number;
  own: boolean;
  active: boolean;
  onActive: () => void;
}

function Field({ name, label, hint, fault, target, rows, own, active, onActive }: FieldProps) {
  const field = useRef<HTMLDivElement>(null);
  // The keyboard that comes up takes room: the field stays in sight.
  useEffect(() => {
    if (active) field.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const tied = {
    ...target.field,
    id: name,
    className: "line",
    inputMode: own ? ("none" as const) : undefined,
    autoComplete: "off",
    autoCorrect: "off",
    autoCapitalize: "off",
    spellCheck: false,
    "aria-describedby": `${name}-hint${fault ? ` ${name}-fault` : ""}`,
    "aria-invalid": fault ? true : undefined,
    onFocus: onActive,
    onClick: onActive,
  };
  return (
    <div className="field" ref={field}>
      <label htmlFor={name}>{label}</label>
      <p className="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {fault && (
        <p className="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
      {rows ? <textarea {...tied} rows={rows} /> : <input {...tied} type="text" />}
    </div>
  );
}
