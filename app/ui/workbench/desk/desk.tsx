import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LANGS } from "../../../core/language/languages.ts";
import { may, type Role } from "../../../core/people/roles.ts";
import type { Owner } from "../../../core/translation/wording.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { ProblemBox } from "../field.tsx";
import { anchorOf, fieldOf } from "./anchors.ts";
import type { Tried } from "./answers.ts";
import { ApprovalRefusals, ApproveForm } from "./approve-form.tsx";
import { PublishPanel } from "./publish-panel.tsx";
import { type DeskTools, DeskToolsProvider } from "./tools.ts";
import { UnitCard } from "./unit-card.tsx";

interface DeskProps {
  owner: Owner;
  /** The units to show, in order; where the list is filtered, `all` holds the others too. */
  units: DeskUnit[];
  /** Everything that publishing concerns. */
  all: DeskUnit[];
  roles: Role[];
  verify: Readonly<Record<string, string>>;
  /** An article is published whole, strings pair by pair. */
  whole: boolean;
  first: boolean;
  /** What the page's own form came to, when it did not simply succeed. */
  tried: Tried | null;
  /** What the structure's card shows. */
  structure?: ReactNode;
}

/** The translators' desk: every pair of an owner, to be written, approved and published. */
export function Desk({ owner, units, all, roles, verify, whole, first, tried, structure }: DeskProps) {
  const { t } = useTranslation(["workbench", "errors"]);
  const [fresh, setFresh] = useState<Readonly<Record<string, DeskUnit>>>({});
  const [unsaved, setUnsavedFields] = useState<ReadonlySet<string>>(new Set());
  const newest = (unit: DeskUnit) => fresh[unit.unit] ?? unit;
  const shown = units.map(newest);

  const refresh = useCallback(
    (changed: DeskUnit[]) => setFresh((known) => ({ ...known, ...Object.fromEntries(changed.map((unit) => [unit.unit, unit])) })),
    [],
  );
  const setUnsaved = useCallback((field: string, is: boolean) => setUnsavedFields((known) => (known.has(field) === is ? known : toggled(known, field))), []);
  const [leaving, setLeaving] = useState<{ from: string } | null>(null);
  const goOn = useCallback((from: string) => setLeaving({ from }), []);
  // After the cards show what was saved: what comes next depends on it.
  useEffect(() => {
    if (leaving) nextUnfinished(leaving.from)?.focus();
  }, [leaving]);
  const tools = useMemo<DeskTools>(() => ({ owner, roles, verify, refresh, setUnsaved, goOn }), [owner, roles, verify, refresh, setUnsaved, goOn]);
  useWarning(unsaved.size > 0);

  const approvable = shown.filter((unit) => unit.state === "in_review" && unit.refusal === null && !isUnsaved(unit));
  const own = shown.filter((unit) => unit.state === "in_review" && unit.refusal === "own_work");
  return (
    <DeskToolsProvider value={tools}>
      <ApprovalRefusals refused={tried?.refused ?? []} />
      {tried?.problem && tried.problem.code !== "unreachable" && (
        <ProblemBox title={t("problems.title")}>{t(`errors:${tried.problem.code}.body`, { ...tried.problem.details })}</ProblemBox>
      )}
      <div className="acts">
        <PublishPanel units={all.map(newest)} roles={roles} whole={whole} first={first} />
        {may(roles, "words.approve") && (
          <section className="sheet" aria-labelledby="approve">
            <h2 id="approve">{t("approve.title")}</h2>
            {approvable.length > 0 ? (
              <ApproveForm units={approvable} label={t("approve.all", { count: approvable.length })} disabled={false} />
            ) : (
              <p>{t("approve.nothing")}</p>
            )}
            {own.length > 0 && <p className="hint">{t("approve.ownWorkCount", { count: own.length })}</p>}
          </section>
        )}
      </div>
      <p className="hint scripted keys">{t("desk.keys")}</p>
      <ol className="units">
        {shown.map((unit) => (
          <UnitCard key={unit.unit} unit={unit} unsaved={isUnsaved(unit)} returned={tried?.returned?.unit === unit.unit ? tried.returned : null}>
            {unit.kind === "structure" ? structure : undefined}
          </UnitCard>
        ))}
      </ol>
      {unsaved.size > 0 && (
        <p className="unsaved-bar" role="status">
          {t("desk.unsavedCount", { count: unsaved.size })}
        </p>
      )}
    </DeskToolsProvider>
  );

  function isUnsaved(unit: DeskUnit): boolean {
    return LANGS.some((lang) => unsaved.has(fieldOf(unit.unit, lang)));
  }
}

function toggled(fields: ReadonlySet<string>, field: string): ReadonlySet<string> {
  const next = new Set(fields);
  if (!next.delete(field)) next.add(field);
  return next;
}

/** Asks before the page is left while something typed is not saved. */
function useWarning(needed: boolean): void {
  useEffect(() => {
    if (!needed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [needed]);
}

/**
 * The field of the next translation that is missing or stale: of the unit one comes from, unless one is there, then further down,
 * then from the top.
 */
function nextUnfinished(from: string): HTMLElement | null {
  const cards = [...document.querySelectorAll<HTMLElement>(".unit")];
  const at = cards.findIndex((card) => card.id === anchorOf(from));
  const fields = [...cards.slice(at), ...cards.slice(0, at)]
    .filter(({ dataset }) => dataset.state === "missing" || dataset.state === "stale")
    .map((card) => card.querySelector<HTMLElement>(".side:not(:first-child) textarea"));
  return fields.find((field) => field && field !== document.activeElement) ?? null;
}
