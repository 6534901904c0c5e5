import { useTranslation } from "react-i18next";
import { BY_URGENCY, type UnitState } from "../../core/workflow/state.ts";

export interface Filter {
  text: string;
  state: UnitState | null;
}

/** Narrows a namespace's list; the address carries it, so that it can be kept and shared. */
export function StringsFilter({ filter, shown, all }: { filter: Filter; shown: number; all: number }) {
  const { t } = useTranslation("workbench");
  return (
    <search>
      <form className="filter" method="get">
        <label>
          {t("strings.text")}
          <input type="search" name="q" defaultValue={filter.text} maxLength={200} />
        </label>
        <label>
          {t("strings.state")}
          <select name="state" defaultValue={filter.state ?? ""}>
            <option value="">{t("strings.anyState")}</option>
            {BY_URGENCY.map((state) => (
              <option key={state} value={state}>
                {t(`states.${state}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{t("strings.filter")}</button>
        {(filter.text || filter.state) && <a href="?">{t("strings.clear")}</a>}
        <p className="hint" role="status">
          {shown === 0 ? t("strings.none") : t("strings.shown", { shown, all })}
        </p>
      </form>
    </search>
  );
}
