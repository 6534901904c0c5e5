import { useTranslation } from "react-i18next";
import { LANGUAGES } from "../../../core/language/languages.ts";
import { DUE, PAIR_KINDS, PAIR_STATES, type PairFilter, WHOSE } from "../../../core/workflow/progress.ts";
import type { PairNames } from "./assigned-words.tsx";

interface FilterFormProps {
  filter: PairFilter;
  names: PairNames;
  /** Whether the member belongs to a team. */
  inTeam: boolean;
}

/** What the table is narrowed to; its address says it, so that it works without scripts and can be kept. */
export function FilterForm({ filter, names, inTeam }: FilterFormProps) {
  const { t } = useTranslation(["workbench", "writing"]);
  const stateWords = (state: (typeof PAIR_STATES)[number]): string => {
    if (state === "returned" || state === "unsigned") return t(`home.filter.${state}`);
    return state === "stale" || state === "missing" ? t(`states.${state}`) : t(`articleStates.${state}`);
  };
  const named = (all: Record<string, string>) => Object.entries(all).map(([value, words]) => ({ value, words }));
  const whose = WHOSE.filter((one) => one === "mine" || inTeam);
  const narrowed = Object.values(filter).some((one) => one !== null);
  return (
    <search>
      {/* In a narrow window it opens and closes the form that follows; in a wide one the form is in sight. */}
      <details className="fold" open={narrowed}>
        <summary>{t("home.filter.label")}</summary>
      </details>
      <form className="sheet home-filter" method="get" aria-label={t("home.filter.label")}>
        <Narrow
          name="whose"
          label={t("home.filter.whose")}
          chosen={filter.whose}
          options={whose.map((value) => ({ value, words: t(`home.filter.${value}`) }))}
        />
        <Narrow name="topic" label={t("about.topic")} chosen={filter.topic} options={named(names.topics)} />
        <Narrow name="gate" label={t("about.gates")} chosen={filter.gate} options={named(names.sites)} />
        <Narrow
          name="kind"
          label={t("home.filter.kind")}
          chosen={filter.kind}
          options={PAIR_KINDS.map((value) => ({ value, words: value === "strings" ? t("home.strings") : t(`writing:kinds.${value}`) }))}
        />
        <Narrow name="state" label={t("home.state")} chosen={filter.state} options={PAIR_STATES.map((value) => ({ value, words: stateWords(value) }))} />
        <Narrow name="due" label={t("home.filter.due")} chosen={filter.due} options={DUE.map((value) => ({ value, words: t(`home.filter.days.${value}`) }))} />
        <Narrow
          name="lang"
          label={t("home.filter.lang")}
          chosen={filter.lang}
          options={LANGUAGES.map(({ code, name, tag }) => ({ value: code, words: name, tag }))}
        />
        <p className="home-filter-acts">
          <button type="submit">{t("strings.filter")}</button>
          {narrowed && <a href="/workbench">{t("home.filter.clear")}</a>}
        </p>
      </form>
    </search>
  );
}

interface NarrowProps {
  name: keyof PairFilter;
  label: string;
  chosen: string | null;
  options: { value: string; words: string; tag?: string }[];
}

function Narrow({ name, label, chosen, options }: NarrowProps) {
  const { t } = useTranslation("workbench");
  return (
    <label>
      {label}
      <select name={name} defaultValue={chosen ?? ""}>
        <option value="">{t("home.filter.any")}</option>
        {options.map(({ value, words, tag }) => (
          <option key={value} value={value} lang={tag}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
