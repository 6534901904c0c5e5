import { useTranslation } from "react-i18next";
import { LANGS, type Lang, language } from "../../../core/language/languages.ts";
import type { HistoryView, WorkingChange } from "../../../core/workflow/publishing-views.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { Stretches } from "../stretches.tsx";
import { ChangeList, deskAddress } from "./change-list.tsx";

/** Every change of words and structure at work, the newest first. */
export function WorkingChanges({ view, lang }: { view: HistoryView; lang: Lang }) {
  const { t } = useTranslation("publishing");
  return (
    <section className="sheet" aria-labelledby="working">
      <h2 id="working">{t("history.working")}</h2>
      <ul className="changes">
        {view.working.map((change) => (
          <li key={change.cursor}>
            {change.kind === "words" ? <WordsChange change={change} view={view} lang={lang} /> : <StructureChange change={change} view={view} lang={lang} />}
          </li>
        ))}
      </ul>
      {view.older && (
        <p>
          <a className="button" href={`?before=${encodeURIComponent(view.older)}#working`}>
            {t("history.older")}
          </a>
        </p>
      )}
    </section>
  );
}

type Of<Kind extends WorkingChange["kind"]> = { change: Extract<WorkingChange, { kind: Kind }>; view: HistoryView; lang: Lang };

function WordsChange({ change, view, lang }: Of<"words">) {
  const { t } = useTranslation(["publishing", "workbench"]);
  const { unit, unitKind, text, sourceHash, stretches, lost, now, by, at } = change;
  const { name, tag } = language(change.lang);
  const revision = view.revisions[unit]?.[change.lang];
  return (
    <>
      {unitKind ? <a href={deskAddress(view.article.slug, unit)}>{t(`workbench:kinds.${unitKind}`)}</a> : t("history.gone")} <code>{unit}</code>,{" "}
      <span lang={tag}>{name}</span>: {t("history.by", { name: by ?? t("somebody"), at: formatDateTime(at, lang) })}
      {now && <span className="tag-now">{t("history.now")}</span>}
      {lost && <span className="hint"> {t("history.lost")}</span>}
      <Stretches stretches={stretches} lang={change.lang} />
      {!now && revision !== undefined && view.mayEdit[change.lang] && (
        <form method="post">
          <input type="hidden" name="unit" value={unit} />
          <input type="hidden" name="lang" value={change.lang} />
          <input type="hidden" name="text" value={text} />
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="sourceHash" value={sourceHash ?? ""} />
          <button type="submit" name="intent" value="restore-words">
            {t("history.restoreWords")}
          </button>
        </form>
      )}
    </>
  );
}

function StructureChange({ change, view, lang }: Of<"structure">) {
  const { t } = useTranslation(["publishing", "workbench"]);
  const { revision, by, at, now, changes } = change;
  return (
    <>
      <b>{t("workbench:kinds.structure")}</b> {t("history.by", { name: by ?? t("somebody"), at: formatDateTime(at, lang) })}
      {now && <span className="tag-now">{t("history.now")}</span>}
      {changes ? (
        <ChangeList changes={changes} names={view.names} lang={lang} slug={view.article.slug} />
      ) : (
        <p className="hint">{t("history.firstStructure")}</p>
      )}
      {!now && <RestoreStructureForm from={{ revision }} view={view} label={t("history.restoreStructure")} />}
    </>
  );
}

interface RestoreStructureProps {
  from: { revision: number } | { edition: number };
  view: HistoryView;
  label: string;
}

/** Brings an earlier structure back to work. */
export function RestoreStructureForm({ from, view, label }: RestoreStructureProps) {
  const [name, number] = Object.entries(from)[0] as ["revision" | "edition", number];
  if (!LANGS.some((lang) => view.mayEdit[lang])) return null;
  return (
    <form method="post">
      <input type="hidden" name={name} value={number} />
      <input type="hidden" name="seen" value={view.revision} />
      <button type="submit" name="intent" value="restore-structure">
        {label}
      </button>
    </form>
  );
}
