import { type ReactNode, type SelectHTMLAttributes, useId } from "react";
import { useTranslation } from "react-i18next";
import { ARTICLE_KINDS, NOTICE_LEVELS } from "../../../core/articles/kinds.ts";
import type { ParticularsField } from "../../../core/articles/particulars.ts";
import type { ErrorCode } from "../../../core/errors.ts";
import { LANGUAGES } from "../../../core/language/languages.ts";
import { Choices, Field, ProblemBox } from "../field.tsx";

/** What a form of particulars holds, as it is typed. Days are YYYY-MM-DD, times Hanoi's without a zone. */
export interface TypedParticulars {
  title: string;
  kind: string;
  sourceLang: string;
  topic: string;
  gates: string[];
  agency: string;
  team: string;
  slug: string;
  verifiedOn: string;
  verifyAgainBy: string;
  level: string;
  from: string;
  until: string;
}

interface Choice {
  key: string;
  name: string;
}

/** What there is to choose from; names are in the member's language. */
export interface ParticularsChoices {
  topics: Choice[];
  gates: Choice[];
  agencies: Choice[];
  teams: Choice[];
}

export interface ParticularsProblem {
  code: ErrorCode;
  details: Readonly<Record<string, unknown>>;
}

interface ParticularsFieldsProps {
  typed: TypedParticulars;
  choices: ParticularsChoices;
  problem: ParticularsProblem | null;
  /** What can no longer be changed, and why it is said. */
  fixed: { address: boolean; language: boolean };
  /** Beginning an article: its title is asked for, what belongs to a later day is not. */
  beginning: boolean;
}

type AnyField = ParticularsField | "title" | "slug" | "sourceLang" | "team";

/** The fields a refusal is about. */
const wrongFields = (problem: ParticularsProblem | null): ReadonlySet<string> =>
  new Set(
    problem?.code === "already_exists"
      ? ["slug"]
      : problem?.code === "invalid" && Array.isArray(problem.details.fields)
        ? problem.details.fields.map(String)
        : [],
  );

/** What an article is about, who answers for it, and where it stands. A plain form: no script is needed. */
export function ParticularsFields({ typed, choices, problem, fixed, beginning }: ParticularsFieldsProps) {
  const { t } = useTranslation(["writing", "errors"]);
  const wrong = wrongFields(problem);
  const say = (field: AnyField): string | null =>
    !wrong.has(field) ? null : field === "slug" && problem?.code === "already_exists" ? t("problems.slugTaken") : t(`problems.${field}`);
  return (
    <>
      {problem && (
        <ProblemBox title={t("problems.heading")}>
          {problem.code === "clash" ? t("problems.clash") : wrong.size > 0 ? t("problems.fields") : t(`errors:${problem.code}.body`, { ...problem.details })}
        </ProblemBox>
      )}
      {beginning && (
        <Field
          label={t("particulars.titleField")}
          hint={t("particulars.titleHint")}
          name="title"
          required
          maxLength={300}
          defaultValue={typed.title}
          problem={say("title")}
        />
      )}
      <div className="w-fields">
        <Select
          label={t("particulars.kind")}
          name="kind"
          defaultValue={typed.kind}
          disabled={fixed.address}
          hint={fixed.address ? t("particulars.fixedAddress") : null}
          problem={say("kind")}
        >
          {ARTICLE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
        <Select
          label={t("particulars.sourceLang")}
          name="sourceLang"
          defaultValue={typed.sourceLang}
          disabled={fixed.language}
          hint={fixed.language ? t("particulars.fixedLanguage") : t("particulars.sourceLangHint")}
          problem={say("sourceLang")}
        >
          {LANGUAGES.map(({ code, tag, name }) => (
            <option key={code} value={code} lang={tag}>
              {name}
            </option>
          ))}
        </Select>
        <Select label={t("particulars.topic")} name="topic" defaultValue={typed.topic} hint={t("particulars.topicHint")} problem={say("topic")}>
          <option value="">{t("particulars.choose")}</option>
          <Options choices={choices.topics} />
        </Select>
        <Select label={t("particulars.agency")} name="agency" defaultValue={typed.agency} hint={t("particulars.agencyHint")} problem={say("agency")}>
          <option value="">{t("particulars.choose")}</option>
          <Options choices={choices.agencies} />
        </Select>
        <Select label={t("particulars.team")} name="team" defaultValue={typed.team} problem={say("team")}>
          <option value="">{t("particulars.noTeam")}</option>
          <Options choices={choices.teams} />
        </Select>
      </div>
      <Choices legend={t("particulars.gates")} problem={say("gates")}>
        <p className="hint">{t("particulars.gatesHint")}</p>
        <div className="w-gates">
          {choices.gates.map(({ key, name }) => (
            <label key={key} className="choice">
              <input type="checkbox" name="gates" value={key} defaultChecked={typed.gates.includes(key)} />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </Choices>
      {!beginning && (
        <div className="w-fields">
          <Field label={t("particulars.verifiedOn")} name="verifiedOn" type="date" defaultValue={typed.verifiedOn} problem={say("verifiedOn")} />
          <Field label={t("particulars.verifyAgainBy")} name="verifyAgainBy" type="date" defaultValue={typed.verifyAgainBy} problem={say("verifyAgainBy")} />
        </div>
      )}
      <fieldset className="field" aria-describedby="notice-hint">
        <legend>{t("particulars.notice")}</legend>
        <p className="hint" id="notice-hint">
          {t("particulars.noticeHint")}
        </p>
        {say("notice") && <p className="problem">{say("notice")}</p>}
        <div className="w-fields">
          <Select label={t("particulars.level")} name="level" defaultValue={typed.level} problem={null}>
            {NOTICE_LEVELS.map((level) => (
              <option key={level} value={level}>
                {t(`levels.${level}`)}
              </option>
            ))}
          </Select>
          <Field label={t("particulars.from")} name="from" type="datetime-local" defaultValue={typed.from} />
          <Field label={t("particulars.until")} name="until" type="datetime-local" defaultValue={typed.until} />
        </div>
      </fieldset>
      <Field
        label={t("particulars.slug")}
        hint={fixed.address ? t("particulars.fixedAddress") : beginning ? t("particulars.slugHintNew") : t("particulars.slugHint")}
        name="slug"
        defaultValue={typed.slug}
        readOnly={fixed.address}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        problem={say("slug")}
      />
    </>
  );
}

const Options = ({ choices }: { choices: Choice[] }) =>
  choices.map(({ key, name }) => (
    <option key={key} value={key}>
      {name}
    </option>
  ));

interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  label: string;
  hint?: string | null;
  problem: string | null;
  children: ReactNode;
}

/** A list to choose from, with its label, hint and problem. One that is fixed sends its value nevertheless. */
function Select({ label, hint, problem, children, disabled, ...select }: SelectProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {disabled && <input type="hidden" name={select.name} value={String(select.defaultValue)} />}
      <select
        id={id}
        {...select}
        name={disabled ? undefined : select.name}
        disabled={disabled}
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
      >
        {children}
      </select>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
