import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fact } from "../../../core/facts/fact.ts";
import type { FactView } from "../../../core/facts/fact-views.ts";
import { FACT_TYPES, type FactField, type FactType, readFact, type TypedFact } from "../../../core/facts/typed-fact.ts";
import { LANGS, type Lang, language } from "../../../core/language/languages.ts";
import { Field } from "../field.tsx";
import { SelectField } from "../people/select-field.tsx";
import type { Problem } from "../problem.ts";
import { ReasonField } from "../publishing/reason-field.tsx";
import { FactBoxes } from "./fact-boxes.tsx";
import { refusedWords, wrongField } from "./refused.tsx";
import { labelField, typedFrom } from "./typed-form.ts";
import { ValueFields } from "./value-fields.tsx";

export interface FactFormProps {
  lang: Lang;
  /** What the fields hold at first. */
  typed: TypedFact;
  type: FactType;
  /** What the fact on screen was, for the server to see that it is the same still. */
  hash: string;
  reason: string;
  agencies: FactView["agencies"];
  today: string;
  problem: Problem | null;
}

/** Proposes a fact's value: a plain form, which shows as one types what readers would see. */
export function FactForm({ lang, typed, type, hash, reason, agencies, today, problem }: FactFormProps) {
  const { t } = useTranslation(["records", "errors"]);
  const known = { agencies: Object.keys(agencies[lang]), today };
  const [shown, setShown] = useState<Fact | null>(() => factOf({ ...typed, type }, known));
  const wrong = wrongField(problem);
  const about = (field: FactField) => (problem && wrong === field ? refusedWords(t, problem) : null);
  const form = useRef<HTMLFormElement>(null);
  const show = () => form.current && setShown(factOf(typedFrom(new FormData(form.current)), known));
  // What was typed before the scripts ran is in the fields already.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form appears
  useEffect(() => void show(), []);
  return (
    <>
      <form className="compare" method="get" action="#propose">
        <SelectField
          label={t("facts.fields.type")}
          name="type"
          defaultValue={type}
          key={type}
          options={FACT_TYPES.map((value) => ({ value, words: t(`facts.types.${value}`) }))}
        />
        <button type="submit">{t("facts.chooseType")}</button>
      </form>
      <form key={type} ref={form} method="post" className="fact-form" onInput={show}>
        <input type="hidden" name="intent" value="propose" />
        <input type="hidden" name="type" value={type} />
        <input type="hidden" name="seen" value={hash} />
        <ValueFields type={type} typed={typed} about={about} />
        <div className="fact-fields">
          {LANGS.map((code) => (
            <Field
              key={code}
              label={t("facts.fields.label", { language: language(code).name })}
              name={labelField(code)}
              lang={language(code).tag}
              required
              autoComplete="off"
              defaultValue={typed.label[code]}
              problem={about("label")}
            />
          ))}
          <SelectField
            label={t("facts.fields.agency")}
            name="agency"
            defaultValue={typed.agency}
            problem={about("agency")}
            options={Object.entries(agencies[lang]).map(([value, { name }]) => ({ value, words: name }))}
          />
          <SelectField
            label={t("facts.fields.mark")}
            name="mark"
            defaultValue={typed.mark}
            problem={about("mark")}
            options={(["confirmed", "verify"] as const).map((value) => ({ value, words: t(`facts.marks.${value}`) }))}
          />
          <Field label={t("facts.fields.verifiedOn")} name="verifiedOn" type="date" max={today} defaultValue={typed.verifiedOn} problem={about("verifiedOn")} />
          <Field label={t("facts.fields.verifyAgainBy")} name="verifyAgainBy" type="date" defaultValue={typed.verifyAgainBy} problem={about("verifyAgainBy")} />
          <Field
            label={t("facts.fields.source")}
            hint={t("facts.fields.sourceHint")}
            name="source"
            autoComplete="off"
            defaultValue={typed.source}
            problem={about("source")}
          />
        </div>
        <ReasonField label={t("facts.fields.reason")} hint={t("facts.fields.reasonHint")} typed={reason} wrong={wrong === "reason"} />
        <div className="fact-preview" aria-live="polite">
          <p className="hint">{t(shown ? "facts.preview" : "facts.previewOpen")}</p>
          {shown && <FactBoxes fact={shown} agencies={agencies} today={today} lang={lang} />}
        </div>
        <button className="primary" type="submit">
          {t("facts.propose")}
        </button>
      </form>
    </>
  );
}

/** What the form means so far; null while it means nothing whole. */
function factOf(typed: TypedFact, known: Parameters<typeof readFact>[1]): Fact | null {
  try {
    return { ...readFact(typed, known), key: "" };
  } catch {
    return null;
  }
}
