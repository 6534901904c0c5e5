import { useTranslation } from "react-i18next";
import type { ChangeView, FactView } from "../../../core/facts/fact-views.ts";
import { type FactType, isFactType, type TypedFact, typedFact, typedValue } from "../../../core/facts/typed-fact.ts";
import type { Lang } from "../../../core/language/languages.ts";
import { may, type Role } from "../../../core/people/roles.ts";
import { formatFact } from "../../../i18n/format.ts";
import type { Problem } from "../problem.ts";
import { momentWords } from "../publishing/moment.ts";
import { ChangeSheet } from "./change-sheet.tsx";
import { FactBoxes } from "./fact-boxes.tsx";
import { FactForm } from "./fact-form.tsx";
import { type Done, DoneNote, FactHead } from "./fact-head.tsx";
import { RefusedBox } from "./refused.tsx";
import { TouchedPages } from "./touched-pages.tsx";

export interface FactPageProps {
  view: FactView;
  lang: Lang;
  roles: Role[];
  /** The type that was chosen for the form; null: the fact's own. */
  type: string | null;
  typed: { fact: TypedFact; reason: string } | null;
  done: Done | null;
  problem: Problem | null;
}

/** One fact: how readers see it, what is proposed for it, every page that shows it, and its history. */
export function FactPage({ view, lang, roles, type, typed, done, problem }: FactPageProps) {
  const { t } = useTranslation("records");
  const { fact, pending, shown, decided, agencies, today } = view;
  const label = (fact ?? view.pending[0]?.after ?? view.decided[0]?.after)?.label[lang] ?? view.key;
  return (
    <>
      <FactHead title={label} lang={lang} note={view.key} />
      <DoneNote done={done} />
      <RefusedBox problem={problem} />
      {fact ? (
        <section className="sheet" aria-labelledby="now">
          <h2 id="now">{t("facts.now")}</h2>
          <FactBoxes fact={fact} agencies={agencies} today={today} lang={lang} />
          {view.overdue && <p className="standing-note">{t("facts.overdueNote")}</p>}
          {may(roles, "facts.edit") && (
            <form method="post">
              <input type="hidden" name="intent" value="verified" />
              <input type="hidden" name="seen" value={view.hash} />
              <p className="hint">{t("facts.verifiedLead")}</p>
              <button type="submit">{t("facts.verified")}</button>
            </form>
          )}
        </section>
      ) : (
        <p className="standing-note">{t("facts.notYet")}</p>
      )}
      {shown && <ChangeSheet change={shown} view={view} lang={lang} />}
      {pending.length > 1 && <OtherChanges pending={pending.filter(({ id }) => id !== shown?.id)} lang={lang} />}
      {!shown && fact && (
        <section className="sheet" aria-label={t("facts.pages.label")}>
          <TouchedPages touched={view.touched} gates={view.gates} lang={lang} />
        </section>
      )}
      <AtWork atWork={view.atWork} />
      {fact && may(roles, "facts.edit") && (
        <section className="sheet" id="propose" aria-labelledby="propose-title">
          <h2 id="propose-title">{t("facts.proposeTitle")}</h2>
          <p className="hint">{t("facts.proposeLead")}</p>
          <FactForm
            lang={lang}
            {...formOf(typed?.fact ?? typedFact(fact), typed?.fact.type ?? type)}
            hash={view.hash}
            reason={typed?.reason ?? ""}
            agencies={agencies}
            today={today}
            problem={problem}
          />
        </section>
      )}
      <Decided decided={decided} lang={lang} />
    </>
  );
}

/** What the form begins with: of a value of another type, nothing of the old one. */
export function formOf(typed: TypedFact, asked: string | null): { typed: TypedFact; type: FactType } {
  const type = isFactType(asked) ? asked : isFactType(typed.type) ? typed.type : "unpublished";
  return { type, typed: type === typed.type ? typed : { ...typed, ...typedValue({ type: "unpublished" }), type } };
}

function OtherChanges({ pending, lang }: { pending: ChangeView[]; lang: Lang }) {
  const { t } = useTranslation("records");
  const { t: clock } = useTranslation(["publishing", "common"]);
  return (
    <section className="sheet" aria-labelledby="others">
      <h2 id="others">{t("facts.otherChanges")}</h2>
      <ul className="changes">
        {pending.map(({ id, after, by, at }) => (
          <li key={id}>
            <a href={`?change=${id}`}>{formatFact(after.value, lang)}</a>{" "}
            <span className="hint">{t("facts.change.by", { name: by ?? t("facts.somebody"), at: momentWords(clock, at, lang) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AtWork({ atWork }: { atWork: FactView["atWork"] }) {
  const { t } = useTranslation("records");
  return (
    atWork.length > 0 && (
      <section className="sheet" aria-labelledby="at-work">
        <h2 id="at-work">{t("facts.atWork")}</h2>
        <p className="hint">{t("facts.atWorkLead")}</p>
        <ul className="changes">
          {atWork.map(({ slug, title }) => (
            <li key={slug}>
              <a href={`/workbench/articles/${slug}`}>{title}</a>
            </li>
          ))}
        </ul>
      </section>
    )
  );
}

function Decided({ decided, lang }: { decided: ChangeView[]; lang: Lang }) {
  const { t } = useTranslation("records");
  const { t: clock } = useTranslation(["publishing", "common"]);
  if (decided.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="decided">
      <h2 id="decided">{t("facts.history.title")}</h2>
      <ul className="changes">
        {decided.map(({ id, before, after, by, at, reason, verificationOnly, decided: outcome }) => (
          <li key={id}>
            <b>{t(outcome?.confirmed ? "facts.history.confirmed" : "facts.history.rejected")}</b>{" "}
            {verificationOnly ? (
              t("facts.change.verification")
            ) : (
              <span>
                {before && `${formatFact(before.value, lang)} → `}
                {formatFact(after.value, lang)}
              </span>
            )}
            <p className="hint">
              {t("facts.change.by", { name: by ?? t("facts.somebody"), at: momentWords(clock, at, lang) })} {reason && <q>{reason}</q>}
            </p>
            {outcome && (
              <p className="hint">
                {t("facts.history.by", { name: outcome.by ?? t("facts.somebody"), at: momentWords(clock, outcome.at, lang) })}{" "}
                {outcome.reason && <q>{outcome.reason}</q>}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
