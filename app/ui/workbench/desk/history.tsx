import { type FormEvent, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { language } from "../../../core/language/languages.ts";
import type { HistoryEntry } from "../../../core/translation/history.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { useLang } from "../../kit/use-lang.ts";
import { Stretches } from "../stretches.tsx";
import { anchorOf } from "./anchors.ts";
import type { HistoryAnswer, SaveAnswer, SaveRefusal } from "./answers.ts";
import { RefusalNote } from "./save-notes.tsx";
import { askHistory, send } from "./send.ts";
import { useDeskTools } from "./tools.ts";

interface HistoryProps {
  unit: DeskUnit;
  /** What came with the page; null: it has to be asked for. */
  given: HistoryEntry[] | null;
}

/** Every text that was ever submitted for a unit, those that lost a clash included, and the way back to each. */
export function History({ unit, given }: HistoryProps) {
  const { t } = useTranslation("desk");
  const { owner } = useDeskTools();
  const [entries, setEntries] = useState<HistoryEntry[] | null>(given);
  const [refusal, setRefusal] = useState<SaveRefusal | null>(null);
  const revisions = Object.values(unit.words)
    .map(({ revision }) => revision)
    .join(" ");

  const ask = useCallback(async () => {
    const got = await askHistory<HistoryAnswer>(owner, unit.unit);
    if (got.kind === "history") setEntries(got.entries);
    setRefusal(got.kind === "refused" ? got : null);
  }, [owner, unit.unit]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision has a new entry
  useEffect(() => void ask(), [ask, revisions]);

  if (refusal) return <RefusalNote refusal={refusal} />;
  if (!entries) return <p className="hint">{t("history.asking")}</p>;
  if (entries.length === 0) return <p className="hint">{t("history.none")}</p>;
  return (
    <ol className="history">
      {entries.map((entry) => (
        <Entry key={entry.id} unit={unit} entry={entry} onLost={() => void ask()} />
      ))}
    </ol>
  );
}

function Entry({ unit, entry, onLost }: { unit: DeskUnit; entry: HistoryEntry; onLost: () => void }) {
  const { t } = useTranslation("desk");
  const { owner, editable, refresh } = useDeskTools();
  const pageLang = useLang();
  const [refusal, setRefusal] = useState<SaveRefusal | null>(null);
  const { lang, text, sourceHash, revision, by, at, change, current } = entry;
  const fields = {
    intent: "save",
    owner,
    unit: unit.unit,
    lang,
    text,
    revision: String(unit.words[lang].revision),
    // What was made from another source stays so.
    sourceHash: sourceHash ?? unit.sourceHash,
  };

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const got = await send<SaveAnswer>(fields);
    setRefusal(got.kind === "refused" ? got : null);
    if ("fresh" in got) refresh(got.fresh);
    if (got.kind === "clash") onLost();
  }

  return (
    <li>
      <p className="hint">
        <span lang={language(lang).tag}>{language(lang).name}</span> · <b>{by ?? t("history.nobody")}</b> · {formatDateTime(new Date(at), pageLang)}
        {current && <span className="tag">{t("history.current")}</span>}
        {revision === null && <span className="tag">{t("history.lost")}</span>}
      </p>
      {change ? (
        <Stretches stretches={change} lang={lang} />
      ) : (
        <p className="stretches" lang={language(lang).tag}>
          {text}
        </p>
      )}
      {!current && editable[lang] && (
        <form method="post" action={`#${anchorOf(unit.unit)}`} onSubmit={(event) => void onSubmit(event)}>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit">{t("history.restore")}</button>
        </form>
      )}
      {refusal && <RefusalNote refusal={refusal} />}
    </li>
  );
}
