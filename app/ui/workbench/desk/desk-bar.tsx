import type { ReactNode, RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Colleague } from "../../../core/translation/presence.ts";
import { type DeskFilter, isShow, isUnfinished, SHOWS } from "../../../core/translation/queue.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { type Act, shortcutOf } from "./keys.ts";

interface DeskBarProps {
  title: ReactNode;
  /** Where the whole stands, in words; null where nothing can be said of the whole. */
  state: string | null;
  /** All there are, and how many of them the filter lets through. */
  units: readonly DeskUnit[];
  shown: number;
  colleagues: readonly Colleague[];
  filter: DeskFilter;
  onFilter: (filter: DeskFilter) => void;
  search: RefObject<HTMLInputElement>;
  /** To the first row that the filter lets through. */
  onEnter: () => void;
  onAct: (act: Act) => void;
}

/** The head of a desk, which stays in sight: what it is, how far it has come, who else is here, what is shown of it. */
export function DeskBar({ title, state, units, shown, colleagues, filter, onFilter, search, onEnter, onAct }: DeskBarProps) {
  const { t } = useTranslation("desk");
  const worded = units.filter(({ kind }) => kind !== "structure");
  const done = worded.filter((unit) => !isUnfinished(unit)).length;
  return (
    <header className="desk-bar">
      <div className="desk-title">
        {title}
        {state && <b className="desk-state">{state}</b>}
        <span className="desk-progress">
          <progress value={done} max={Math.max(1, worded.length)} aria-label={t("progress.label")} /> {t("progress.words", { done, all: worded.length })}
        </span>
        <p className="people" role="status">
          {colleagues.length > 0 && t("people", { names: colleagues.map(({ name }) => name).join(", ") })}
        </p>
      </div>
      <search>
        <form
          className="desk-filter"
          method="get"
          onSubmit={(event) => {
            event.preventDefault();
            onEnter();
          }}
        >
          <label>
            {t("filter.show")}
            <select name="show" value={filter.show} onChange={({ target: { value } }) => onFilter({ ...filter, show: isShow(value) ? value : "all" })}>
              {SHOWS.map((show) => (
                <option key={show} value={show}>
                  {t(`filter.${show}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t("filter.text")}
            <input
              ref={search}
              type="search"
              name="q"
              value={filter.text}
              maxLength={200}
              aria-keyshortcuts={shortcutOf("search")}
              onChange={({ target: { value } }) => onFilter({ ...filter, text: value })}
            />
          </label>
          <button className="unscripted" type="submit">
            {t("filter.submit")}
          </button>
          <span className="hint" role="status">
            {shown === 0 ? t("filter.none") : t("filter.shown", { shown, all: units.length })}
          </span>
          <span className="scripted desk-buttons">
            <button type="button" aria-keyshortcuts={shortcutOf("nextUnfinished")} onClick={() => onAct("nextUnfinished")}>
              {t("acts.nextUnfinished")}
            </button>
            <button type="button" aria-keyshortcuts={shortcutOf("help")} aria-haspopup="dialog" onClick={() => onAct("help")}>
              {t("help.open")}
            </button>
          </span>
        </form>
      </search>
    </header>
  );
}
