import { type FormEvent, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ByLang, LANGS, type Lang, language } from "../../../core/language/languages.ts";
import { may } from "../../../core/people/roles.ts";
import type { CHECKS, CheckKey, Issue } from "../../../core/translation/checks/check.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { MAX_REASON } from "../../../core/workflow/reasons.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { useLang } from "../../kit/use-lang.ts";
import { anchorOf } from "./anchors.ts";
import type { SaveRefusal, WaiveAnswer } from "./answers.ts";
import { RefusalNote } from "./save-notes.tsx";
import { send } from "./send.ts";
import { useDeskTools } from "./tools.ts";

interface CheckNotesProps {
  unit: DeskUnit;
  /** The words as they are in the fields now. */
  texts: ByLang<string>;
  /** Puts a mended text into a language's field, as if it had been typed. */
  onMend: (lang: Lang, text: string) => void;
}

/** What the checks say of a pair as it is being typed, how to mend it, and the way to confirm a warning. */
export function CheckNotes({ unit, texts, onMend }: CheckNotesProps) {
  const { t } = useTranslation("checks");
  const issues = useIssues(unit, texts);
  const id = useId();
  if (unit.kind === "structure") return null;
  const changed = LANGS.some((lang) => texts[lang] !== unit.words[lang].text);
  const isWaived = (issue: Issue): boolean => !changed && issue.severity === "warning" && unit.waived.some(({ check }) => check === issue.check);
  const open = issues.filter((issue) => !isWaived(issue));
  const counts = (["error", "warning"] as const).map((severity) => ({ severity, count: open.filter((issue) => issue.severity === severity).length }));
  const named = counts.filter(({ count }) => count > 0).map(({ severity, count }) => t(severity === "error" ? "notes.errors" : "notes.warnings", { count }));

  return (
    <section className="checks" aria-labelledby={id}>
      <h4 id={id}>{t("notes.title")}</h4>
      <p className="hint" role="status">
        {named.length ? named.join(" · ") : t("notes.clean")}
      </p>
      {issues.length > 0 && (
        <ul>
          {keyed(open).map(({ key, issue }) => (
            <IssueNote key={key} issue={issue} text={texts[issue.lang]} onMend={onMend}>
              {issue.severity === "warning" && isFirst(open, issue) && <WaiveForm unit={unit} check={issue.check} lang={issue.lang} changed={changed} />}
            </IssueNote>
          ))}
          {!changed && unit.waived.map((waiver) => <Waived key={waiver.check} {...waiver} />)}
        </ul>
      )}
    </section>
  );
}

/** The stored words were judged by the server; what is typed over them is judged here, by the same checks, fetched when first needed. */
function useIssues(unit: DeskUnit, texts: ByLang<string>): Issue[] {
  const { terms } = useDeskTools();
  const [typed, setTyped] = useState<{ texts: ByLang<string>; unit: DeskUnit; issues: Issue[] } | null>(null);
  const stored = LANGS.every((lang) => texts[lang] === unit.words[lang].text);
  useEffect(() => {
    if (stored) return;
    let current = true;
    void import("../../../core/translation/checks/check-pair.ts").then(
      ({ checkPair }) => {
        const key = unit.kind === "string" ? { key: unit.unit } : {};
        if (current) setTyped({ texts, unit, issues: checkPair({ kind: unit.kind, sourceLang: unit.sourceLang, texts, terms, ...key }) });
      },
      // Without the network there is nothing to say; the server judges what is saved.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [stored, texts, terms, unit]);
  return !stored && typed?.unit === unit ? typed.issues : unit.issues;
}

/** Issues with keys that stay while their like stays: a form being filled in must not lose its text to a letter typed elsewhere. */
function keyed(issues: readonly Issue[]): { key: string; issue: Issue }[] {
  const seen = new Map<string, number>();
  return issues.map((issue) => {
    const like = `${issue.check} ${issue.reason} ${issue.lang}`;
    const number = (seen.get(like) ?? 0) + 1;
    seen.set(like, number);
    return { key: `${like} ${number}`, issue };
  });
}

/** A check's warnings are confirmed together, below the first of them. */
const isFirst = (issues: readonly Issue[], issue: Issue): boolean =>
  issues.find(({ check, severity }) => check === issue.check && severity === "warning") === issue;

/** The explanation's key: `checks.<check>.<reason>`, of which a test says that it exists for every finding there can be. */
type WordsOf<Key extends CheckKey = CheckKey> = Key extends CheckKey ? `${Key}.${(typeof CHECKS)[Key][number]}` : never;
const wordsOf = ({ check, reason }: Issue): WordsOf => `${check}.${reason}` as WordsOf;

interface IssueNoteProps {
  issue: Issue;
  text: string;
  onMend: CheckNotesProps["onMend"];
  children: React.ReactNode;
}

function IssueNote({ issue, text, onMend, children }: IssueNoteProps) {
  const { t } = useTranslation("checks");
  const { editable } = useDeskTools();
  const { fix, lang, severity, check } = issue;
  const details: Readonly<Record<string, unknown>> = issue.details;
  return (
    <li className="issue" data-severity={severity}>
      <p>
        <b className="issue-severity">{t(severity === "error" ? "notes.error" : "notes.warning")}</b> <b>{t(`${check}.title`)}</b>{" "}
        <span className="hint">({t("notes.inLanguage", { language: language(lang).name })})</span>
      </p>
      <p>{t(wordsOf(issue), { ...details })}</p>
      {fix !== undefined && fix !== text && editable[lang] && (
        <button type="button" className="scripted" onClick={() => onMend(lang, fix)}>
          {t("notes.mend")}
        </button>
      )}
      {children}
    </li>
  );
}

interface WaiveFormProps {
  unit: DeskUnit;
  check: CheckKey;
  lang: Lang;
  /** What is on screen is not what is stored: a confirmation would be of other words. */
  changed: boolean;
}

/** A plain form, which confirms in place where scripts run. */
function WaiveForm({ unit, check, lang, changed }: WaiveFormProps) {
  const { t } = useTranslation("checks");
  const { owner, roles, editable, refresh } = useDeskTools();
  const [reason, setReason] = useState("");
  const [answer, setAnswer] = useState<"sending" | ({ kind: "refused" } & SaveRefusal) | null>(null);
  const field = useId();
  if (!editable[lang] && !may(roles, "words.approve")) return null;
  if (changed) return <p className="hint">{t("notes.saveFirst")}</p>;

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (answer === "sending") return;
    setAnswer("sending");
    const got = await send<WaiveAnswer>({ intent: "waive", owner, unit: unit.unit, check, seen: unit.hash, reason });
    setAnswer(got.kind === "refused" ? got : null);
    if (got.kind === "waived") refresh(got.fresh);
  }

  return (
    <details className="waive">
      <summary>{t("notes.confirm")}</summary>
      <form method="post" action={`#${anchorOf(unit.unit)}`} onSubmit={(event) => void onSubmit(event)}>
        <input type="hidden" name="intent" value="waive" />
        <input type="hidden" name="owner" value={owner} />
        <input type="hidden" name="unit" value={unit.unit} />
        <input type="hidden" name="check" value={check} />
        <input type="hidden" name="seen" value={unit.hash} />
        <label htmlFor={field}>{t("notes.reason")}</label>
        <input id={field} name="reason" required maxLength={MAX_REASON} autoComplete="off" value={reason} onChange={(event) => setReason(event.target.value)} />
        <button type="submit">{t("notes.sendReason")}</button>
        {answer !== null && answer !== "sending" && <RefusalNote refusal={answer} />}
      </form>
    </details>
  );
}

function Waived({ check, reason, by, at }: DeskUnit["waived"][number]) {
  const { t } = useTranslation("checks");
  const when = formatDateTime(new Date(at), useLang());
  return (
    <li className="issue" data-severity="waived">
      <p>
        <b>{t(`${check}.title`)}</b>
      </p>
      <p className="hint">{by ? t("notes.confirmedBy", { name: by, at: when, reason }) : t("notes.confirmedAt", { at: when, reason })}</p>
    </li>
  );
}
