import { type FormEvent, type KeyboardEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Lang, language } from "../../../core/language/languages.ts";
import { MAX_TEXT } from "../../../core/language/text.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { useLang } from "../../kit/use-lang.ts";
import { Stretches } from "../stretches.tsx";
import { anchorOf, fieldOf } from "./anchors.ts";
import type { Returned, SaveAnswer } from "./answers.ts";
import { ClashNote, RefusalNote } from "./save-notes.tsx";
import { send } from "./send.ts";
import { useDeskTools } from "./tools.ts";
import { takeTypedEarly } from "./typed-early.ts";

interface TextEditorProps {
  unit: DeskUnit;
  lang: Lang;
  /** What the unit is, in words: part of the field's name. */
  name: string;
  returned: Returned | null;
}

/** What the writer has read: a text is saved against just this. */
interface Read {
  text: string;
  revision: number;
  sourceHash: string;
}

const readNow = (unit: DeskUnit, lang: Lang): Read => ({ text: unit.words[lang].text, revision: unit.words[lang].revision, sourceHash: unit.sourceHash });

/** The words of a unit in one language: a plain form, which saves in place where scripts run. */
export function TextEditor({ unit, lang, name, returned }: TextEditorProps) {
  const { t } = useTranslation("workbench");
  const pageLang = useLang();
  const { owner, setUnsaved, refresh, goOn } = useDeskTools();
  const words = unit.words[lang];
  const id = fieldOf(unit.unit, lang);
  const [read, setRead] = useState<Read>(() => firstRead(unit, lang, returned));
  const [text, setText] = useState(returned?.mine ?? words.text);
  const [scripted, setScripted] = useState(false);
  const [answer, setAnswer] = useState<SaveAnswer | "saving" | null>(returned?.answer ?? null);
  const unsaved = text !== read.text;

  // Somebody else's newer words replace what is on screen only where nothing was typed; else the save will clash and show both.
  const now = readNow(unit, lang);
  if (!unsaved && (now.text !== read.text || now.revision !== read.revision || now.sourceHash !== read.sourceHash)) {
    setRead(now);
    setText(now.text);
  }

  useEffect(() => {
    setScripted(true);
    const early = takeTypedEarly(id);
    if (early !== null) setText(early);
  }, [id]);
  useEffect(() => setUnsaved(id, unsaved), [id, unsaved, setUnsaved]);

  async function save(): Promise<boolean> {
    setAnswer("saving");
    const fields = { intent: "save", owner, unit: unit.unit, lang, text, revision: String(read.revision), sourceHash: read.sourceHash };
    const got = await send<SaveAnswer>(fields);
    setAnswer(got);
    const fresh = "fresh" in got && got.fresh.find((one) => one.unit === unit.unit);
    if (!fresh) return false;
    setRead(readNow(fresh, lang));
    if (got.kind === "saved") setText((typed) => (typed === text ? fresh.words[lang].text : typed));
    refresh(got.fresh);
    return got.kind === "saved";
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (answer !== "saving") void save();
  }

  async function onKeyDown(event: KeyboardEvent): Promise<void> {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (answer === "saving") return;
    // Unchanged words are not sent: confirming a stale translation takes its own button.
    if (!unsaved || (await save())) goOn(unit.unit);
  }

  const stale = words.freshness === "stale";
  const clash = answer !== null && answer !== "saving" && answer.kind === "clash" ? answer : null;
  return (
    <form className="editor" method="post" action={`#${anchorOf(unit.unit)}`} onSubmit={onSubmit}>
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="owner" value={owner} />
      <input type="hidden" name="unit" value={unit.unit} />
      <input type="hidden" name="lang" value={lang} />
      <input type="hidden" name="revision" value={read.revision} />
      <input type="hidden" name="sourceHash" value={read.sourceHash} />
      {stale && <SourceChange unit={unit} lang={lang} />}
      {clash && <ClashNote unit={unit} lang={lang} difference={clash.difference} onTakeTheirs={() => take(words.text)} />}
      <textarea
        id={id}
        name="text"
        lang={language(lang).tag}
        aria-label={t("desk.textIn", { unit: name, language: language(lang).name })}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        rows={rowsOf(text, lang)}
        maxLength={MAX_TEXT}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => void onKeyDown(event)}
      />
      {answer && answer !== "saving" && answer.kind === "refused" && <RefusalNote refusal={answer} />}
      <div className="editor-foot">
        {(unsaved || stale || !scripted) && (
          <button type="submit" className={unsaved || stale ? "primary" : undefined}>
            {clash && unsaved ? t("clash.keepMine") : stale ? t("desk.saveStale") : t("desk.save")}
          </button>
        )}
        <span className="hint scripted" role="status">
          {answer === "saving" ? t("desk.saving") : unsaved ? t("desk.unsaved") : answer?.kind === "saved" ? t("desk.saved") : ""}
        </span>
        <span className="hint scripted count">{t("desk.characters", { count: [...text].length })}</span>
        {words.editedAt && <span className="hint edited">{editedWords(words.editor, formatDateTime(new Date(words.editedAt), pageLang))}</span>}
      </div>
    </form>
  );

  function take(theirs: string): void {
    setText(theirs);
    setAnswer(null);
  }

  function editedWords(editor: string | null, at: string): string {
    return editor ? t("desk.editedBy", { name: editor, at }) : t("desk.editedAt", { at });
  }
}

/** A refused text still answers to what its writer had read; after a clash the writer has read what is stored now. */
function firstRead(unit: DeskUnit, lang: Lang, returned: Returned | null): Read {
  const now = readNow(unit, lang);
  return returned?.answer.kind === "refused" ? { ...now, revision: returned.revision, sourceHash: returned.sourceHash } : now;
}

function SourceChange({ unit, lang }: { unit: DeskUnit; lang: Lang }) {
  const { t } = useTranslation("workbench");
  const change = unit.words[lang].sourceChange;
  return (
    <div className="source-change">
      <p className="hint">{change ? t("desk.sourceChanged") : t("desk.sourceChangeUnknown")}</p>
      {change && <Stretches stretches={change} lang={unit.sourceLang} />}
    </div>
  );
}

/** Rows to begin with; browsers that can let the field grow with its text. About so many characters fit into half a desk. */
function rowsOf(text: string, lang: Lang): number {
  const perRow = language(lang).unspaced ? 30 : 58;
  const rows = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perRow)), 0);
  return Math.min(12, rows);
}
