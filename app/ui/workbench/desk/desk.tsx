import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { LANGS, type Lang, others } from "../../../core/language/languages.ts";
import { may, type Role } from "../../../core/people/roles.ts";
import type { StringNote } from "../../../core/strings/note.ts";
import type { CommentView, DeskAround } from "../../../core/translation/desk-around.ts";
import { type DeskFilter, filtered, isUnfinished, neighbour, nextUnfinished, stateNow } from "../../../core/translation/queue.ts";
import type { Owner } from "../../../core/translation/wording.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import type { WorkflowState } from "../../../core/workflow/state.ts";
import { ProblemBox } from "../field.tsx";
import { type ActHere, ActiveUnit } from "./active-unit.tsx";
import { fieldOf } from "./anchors.ts";
import type { Asked, Panel, Tried } from "./answers.ts";
import { ApprovalRefusals, ApproveForm } from "./approve-form.tsx";
import { DeskBar } from "./desk-bar.tsx";
import { Drafts } from "./drafts.ts";
import { HelpSheet } from "./help-sheet.tsx";
import type { Act } from "./keys.ts";
import { PublishPanel } from "./publish-panel.tsx";
import { type DeskTools, DeskToolsProvider, type Sheets } from "./tools.ts";
import { stopNoting } from "./typed-early.ts";
import { UnitRow } from "./unit-row.tsx";
import { useDeskKeys, usePlace, useRowClicks } from "./use-place.ts";
import { usePresence } from "./use-presence.ts";
import { useWarning } from "./use-warning.ts";

/** Who is at the desk, and what brought them there. */
export interface DeskVisit {
  asked: Asked;
  roles: Role[];
  /** What the page's own form came to, when it did not simply succeed. */
  tried: Tried | null;
}

interface DeskProps extends DeskVisit {
  owner: Owner;
  /** Everything there is to work on, in order. */
  units: DeskUnit[];
  around: DeskAround;
  verify: Readonly<Record<string, string>>;
  /** An article is published whole, strings pair by pair. */
  whole: boolean;
  /** Where an article's publication is looked at and decided. */
  publishAt?: string;
  first: boolean;
  title: ReactNode;
  /** Where the whole stood when the page was made; null where nothing can be said of the whole. */
  state: WorkflowState | null;
  sheets: Sheets | null;
  /** What there is to know of a string, by key. */
  notes?: Readonly<Record<string, StringNote>>;
  /** What the structure's row shows. */
  structure?: ReactNode;
}

const NOTHING_TO_KNOW = {};

/** So many rows are drawn as fast as they are counted: none is left for later. */
const SHORT = 60;

/** The translators' desk: every pair of an owner, to be written, approved and published. One row at a time is worked on. */
export function Desk({
  owner,
  units,
  around,
  asked,
  roles,
  verify,
  whole,
  publishAt,
  first,
  tried,
  title,
  state,
  sheets,
  notes = NOTHING_TO_KNOW,
  structure,
}: DeskProps) {
  const { t } = useTranslation(["workbench", "errors", "desk"]);
  const [fresh, setFresh] = useState<Readonly<Record<string, DeskUnit>>>({});
  const [unsaved, setUnsavedFields] = useState<ReadonlySet<string>>(new Set());
  const [comments, setComments] = useState(around.comments);
  const [panel, setPanel] = useState<Panel>(asked.panel ?? (tried?.comment ? "comments" : "preview"));
  const [help, setHelp] = useState(false);
  const [filter, setFilter] = useState<DeskFilter>(asked.filter);
  const newest = useMemo(() => units.map((unit) => fresh[unit.unit] ?? unit), [units, fresh]);
  const open = useMemo(() => Map.groupBy(comments, ({ unit }) => unit), [comments]);
  const openCount = (unit: string): number => open.get(unit)?.filter(({ resolved }) => !resolved).length ?? 0;

  // What a filter let through stays, also when a save ends its reason: no row goes from under a hand.
  const [passed, setPassed] = useState<ReadonlySet<string>>(() => passing(newest, asked.filter, comments));
  const applyFilter = (wanted: DeskFilter) => {
    setFilter(wanted);
    setPassed(passing(newest, wanted, comments));
  };
  const shown = useMemo(() => newest.filter(({ unit }) => passed.has(unit)), [newest, passed]);
  const begin = tried?.returned?.unit ?? tried?.comment?.unit ?? asked.unit ?? nextUnfinished(shown, null, 1) ?? firstApprovable(shown, roles);
  const { active, focusOn, go } = usePlace(begin);
  const colleagues = usePresence(owner, active, around.colleagues);

  const refresh = useCallback(
    (changed: DeskUnit[]) => setFresh((known) => ({ ...known, ...Object.fromEntries(changed.map((unit) => [unit.unit, unit])) })),
    [],
  );
  const refreshComments = useCallback(
    (unit: string, now: CommentView[]) => setComments((known) => [...known.filter((comment) => comment.unit !== unit), ...now]),
    [],
  );
  const setUnsaved = useCallback((field: string, is: boolean) => setUnsavedFields((known) => (known.has(field) === is ? known : toggled(known, field))), []);
  const [leaving, setLeaving] = useState<{ from: string; lang: Lang } | null>(null);
  const goOn = useCallback((from: string, lang: Lang) => setLeaving({ from, lang }), []);
  const rows = useRef(shown);
  rows.current = shown;
  // After the rows show what was saved: what comes next depends on it.
  useEffect(() => {
    if (!leaving) return;
    const here = rows.current.find(({ unit }) => unit === leaving.from);
    const [translation] = others(leaving.lang);
    if (here && translation && leaving.lang === here.sourceLang && isUnfinished(here)) go(here.unit, translation);
    else go(nextUnfinished(rows.current, leaving.from, 1), "any");
  }, [leaving, go]);
  useEffect(stopNoting, []);
  useWarning(unsaved.size > 0);

  const [drafts] = useState(() => new Drafts());
  const { editable, terms, members, preview } = around;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page brought never changes while it stands
  const tools = useMemo<DeskTools>(
    () => ({ t, owner, roles, verify, editable, terms, members, preview, sheets, notes, drafts, refresh, refreshComments, setUnsaved, goOn }),
    [owner],
  );

  const search = useRef<HTMLInputElement>(null);
  const actHere = useRef<ActHere>(() => {});
  const act = (asks: Act): void => {
    switch (asks) {
      case "nextUnfinished":
      case "previousUnfinished":
        go(nextUnfinished(shown, active, asks === "nextUnfinished" ? 1 : -1), "any");
        break;
      case "nextRow":
      case "previousRow":
        go(neighbour(shown, active, asks === "nextRow" ? 1 : -1), "any");
        break;
      case "search":
        search.current?.focus();
        search.current?.select();
        break;
      case "help":
        setHelp(true);
        break;
      case "preview":
      case "history":
        setPanel(asks);
        break;
      case "comment":
        setPanel("comments");
        requestAnimationFrame(() => document.querySelector<HTMLElement>(".say textarea")?.focus());
        break;
      default:
        actHere.current(asks);
    }
  };
  const desk = useRef<HTMLDivElement>(null);
  useDeskKeys(desk, act);
  useRowClicks(desk, go);

  const isUnsaved = (unit: DeskUnit): boolean => LANGS.some((lang) => unsaved.has(fieldOf(unit.unit, lang)));
  const at = useMemo(() => Map.groupBy(colleagues, ({ unit }) => unit ?? ""), [colleagues]);
  return (
    <DeskToolsProvider value={tools}>
      <div className="desk" ref={desk}>
        <DeskBar
          title={title}
          state={state && t(`articleStates.${stateNow(newest, state)}`)}
          units={newest}
          shown={shown.length}
          colleagues={colleagues}
          filter={filter}
          onFilter={applyFilter}
          search={search}
          onEnter={() => go(shown[0]?.unit ?? null, "any")}
          onAct={act}
        />
        <ApprovalRefusals refused={tried?.refused ?? []} units={newest} />
        {tried?.problem && tried.problem.code !== "unreachable" && (
          <ProblemBox title={t("problems.title")}>{t(`errors:${tried.problem.code}.body`, { ...tried.problem.details })}</ProblemBox>
        )}
        <Acts units={newest} roles={roles} whole={whole} publishAt={publishAt} first={first} isUnsaved={isUnsaved} />
        <ol className={shown.length > SHORT ? "units" : "units is-short"}>
          {shown.map((unit) => (
            <UnitRow
              key={unit.unit}
              unit={unit}
              unsaved={isUnsaved(unit)}
              openComments={openCount(unit.unit)}
              people={(at.get(unit.unit) ?? []).map(({ name }) => name).join(", ")}
              structure={unit.kind === "structure" ? structure : undefined}
            >
              {unit.unit === active ? (
                <ActiveUnit
                  unit={unit}
                  unsaved={isUnsaved(unit)}
                  comments={open.get(unit.unit) ?? []}
                  panel={panel}
                  onPanel={setPanel}
                  asked={asked}
                  tried={tried}
                  actHere={actHere}
                  focusOn={focusOn}
                >
                  {unit.kind === "structure" ? structure : undefined}
                </ActiveUnit>
              ) : undefined}
            </UnitRow>
          ))}
        </ol>
        {unsaved.size > 0 && (
          <p className="unsaved-bar" role="status">
            {t("desk.unsavedCount", { count: unsaved.size })}
          </p>
        )}
        {help && <HelpSheet onClose={() => setHelp(false)} />}
      </div>
    </DeskToolsProvider>
  );
}

/** Where nothing is left to write, a reviewer begins with what waits for review. */
const firstApprovable = (units: readonly DeskUnit[], roles: readonly Role[]): string | null =>
  (may(roles, "words.approve") && units.find(({ state, refusal }) => state === "in_review" && refusal === null)?.unit) || null;

function passing(units: readonly DeskUnit[], filter: DeskFilter, comments: readonly CommentView[]): ReadonlySet<string> {
  const commented = new Set(comments.flatMap(({ unit, resolved }) => (resolved ? [] : [unit])));
  return new Set(filtered(units, filter, commented).map(({ unit }) => unit));
}

interface ActsProps {
  units: DeskUnit[];
  roles: Role[];
  whole: boolean;
  publishAt: string | undefined;
  first: boolean;
  isUnsaved: (unit: DeskUnit) => boolean;
}

/** What becomes of the whole: publishing, and approving everything that waits for this member. */
function Acts({ units, roles, whole, publishAt, first, isUnsaved }: ActsProps) {
  const { t } = useTranslation("workbench");
  const approvable = units.filter((unit) => unit.state === "in_review" && unit.refusal === null && !unit.returned && !isUnsaved(unit));
  const own = units.filter((unit) => unit.state === "in_review" && unit.refusal === "own_work");
  return (
    <div className="acts">
      <PublishPanel units={units} roles={roles} whole={whole} publishAt={publishAt} first={first} />
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
  );
}

function toggled(fields: ReadonlySet<string>, field: string): ReadonlySet<string> {
  const next = new Set(fields);
  if (!next.delete(field)) next.add(field);
  return next;
}
