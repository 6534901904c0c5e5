import { useTranslation } from "react-i18next";
import type { ErrorCode } from "../../../core/errors.ts";
import { type Lang, language } from "../../../core/language/languages.ts";
import type { PairRow } from "../../../core/workflow/progress.ts";
import { Choices, Field, ProblemBox } from "../field.tsx";
import { AssignedWords, type PairNames } from "./assigned-words.tsx";
import { PairLink, usePairName } from "./pair-link.tsx";

export interface AssignProblem {
  /** About which field; null: about single pairs. */
  field: "targets" | "assignee" | "dueOn" | null;
  refused: { owner: string; lang: Lang; code: ErrorCode }[];
  typed: { langs: string[]; assignee: string; dueOn: string };
}

interface AssignPageProps {
  lang: Lang;
  pairs: PairRow[];
  langs: Lang[];
  candidates: string[];
  names: PairNames;
  /** YYYY-MM-DD, Hanoi. */
  today: string;
  /** The language that was asked for. */
  wanted: Lang | null;
  back: string;
  problem: AssignProblem | null;
}

/** Gives some pairs to a member or a team, language by language. */
export function AssignPage(props: AssignPageProps) {
  const { t } = useTranslation("workbench");
  const { lang, pairs, names, back, problem } = props;
  return (
    <>
      <header className="desk-head">
        <p>
          <a href={back}>← {t("home.assign.back")}</a>
        </p>
        <h1>{t("home.assign.title")}</h1>
        <p>{t("home.assign.lead")}</p>
      </header>
      {problem && <Refusals problem={problem} pairs={pairs} lang={lang} />}
      {pairs.length === 0 ? (
        <p className="sheet">{t("home.assign.none")}</p>
      ) : (
        <>
          <section className="sheet" aria-labelledby="assign-pairs">
            <h2 id="assign-pairs">{t("home.assign.pairs")}</h2>
            <ul className="assign-pairs">
              {pairs.map((pair) => (
                <li key={pair.owner}>
                  <PairLink pair={pair} lang={lang} />
                  <Standing pair={pair} langs={props.langs} names={names} lang={lang} />
                </li>
              ))}
            </ul>
          </section>
          <AssignForm {...props} />
        </>
      )}
    </>
  );
}

/** Who has each language now. */
function Standing({ pair, langs, names, lang }: { pair: PairRow; langs: Lang[]; names: PairNames; lang: Lang }) {
  const { t } = useTranslation("workbench");
  return langs.map((one) => (
    <span key={one} className="hint assign-standing">
      <span lang={language(one).tag}>{language(one).name}</span>
      {": "}
      {pair.assigned[one] ? <AssignedWords assigned={pair.assigned[one]} names={names} lang={lang} /> : t("home.assign.nobodyYet")}
    </span>
  ));
}

function AssignForm({ pairs, langs, candidates, names, today, wanted, back, problem }: AssignPageProps) {
  const { t } = useTranslation("workbench");
  const [only, ...more] = pairs;
  const single = more.length === 0 ? only : undefined;
  // Unasked, what is translated is meant; where all of it is to be given, both.
  const offered = langs.filter((one) => (wanted ? one === wanted : pairs.some(({ sourceLang }) => sourceLang !== one)));
  const ticked: readonly string[] = problem?.typed.langs ?? offered;
  const now = single && offered.length === 1 && offered[0] ? single.assigned[offered[0]] : null;
  const had = now?.memberId ? `member:${now.memberId}` : now?.teamKey ? `team:${now.teamKey}` : "";
  return (
    <form className="sheet assign-form" method="post">
      {pairs.map(({ owner }) => (
        <input key={owner} type="hidden" name="owner" value={owner} />
      ))}
      <input type="hidden" name="back" value={back} />
      <Choices legend={t("home.assign.langs")} problem={problem?.field === "targets" ? t("home.assign.problems.targets") : null}>
        {langs.map((one) => (
          <label key={one} className="choice">
            <input type="checkbox" name="lang" value={one} defaultChecked={ticked.includes(one)} />
            <span lang={language(one).tag}>{language(one).name}</span>
          </label>
        ))}
      </Choices>
      <div className="field">
        <label htmlFor="assignee">{t("home.assign.who")}</label>
        <select
          id="assignee"
          name="assignee"
          defaultValue={problem?.typed.assignee ?? had}
          aria-describedby={problem?.field === "assignee" ? "assignee-problem" : undefined}
        >
          <option value="">{t("home.assign.nobody")}</option>
          <optgroup label={t("home.assign.members")}>
            {candidates.map((id) => (
              <option key={id} value={`member:${id}`}>
                {names.members[id]}
              </option>
            ))}
          </optgroup>
          {Object.keys(names.teams).length > 0 && (
            <optgroup label={t("home.assign.teams")}>
              {Object.entries(names.teams).map(([key, words]) => (
                <option key={key} value={`team:${key}`}>
                  {words}
                </option>
              ))}
            </optgroup>
          )}
        </select>
        {problem?.field === "assignee" && (
          <p className="problem" id="assignee-problem">
            {t("home.assign.problems.assignee")}
          </p>
        )}
      </div>
      <Field
        label={t("home.assign.due")}
        hint={t("home.assign.dueHint")}
        type="date"
        name="dueOn"
        min={now?.dueOn && now.dueOn < today ? now.dueOn : today}
        defaultValue={problem?.typed.dueOn ?? now?.dueOn ?? ""}
        problem={problem?.field === "dueOn" ? t("home.assign.problems.dueOn") : null}
      />
      <button className="primary" type="submit">
        {t("home.assign.submit")}
      </button>
    </form>
  );
}

function Refusals({ problem, pairs, lang }: { problem: AssignProblem; pairs: PairRow[]; lang: Lang }) {
  const { t } = useTranslation(["workbench", "errors"]);
  const nameOf = usePairName(lang);
  if (problem.field) return <ProblemBox title={t("problems.title")}>{t(`home.assign.problems.${problem.field}`)}</ProblemBox>;
  return (
    <ProblemBox title={t("home.assign.notAll")}>
      <ul>
        {problem.refused.map(({ owner, lang: of, code }) => {
          const pair = pairs.find((one) => one.owner === owner);
          return (
            <li key={`${of} ${owner}`}>
              {pair ? nameOf(pair).words : owner} (<span lang={language(of).tag}>{language(of).name}</span>):{" "}
              {code === "invalid"
                ? t("home.assign.problems.cannotWrite")
                : code === "not_allowed"
                  ? t("home.assign.problems.notYours")
                  : t(`errors:${code}.body`)}
            </li>
          );
        })}
      </ul>
    </ProblemBox>
  );
}
