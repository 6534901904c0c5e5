import { type FormEvent, memo, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Lang, language } from "../../../core/language/languages.ts";
import { MAX_TEXT } from "../../../core/language/text.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { useLang } from "../../kit/use-lang.ts";
import { anchorOf, fieldOf } from "./anchors.ts";
import type { Returned, SaveAnswer } from "./answers.ts";
import type { Read } from "./drafts.ts";
import { shortcutOf } from "./keys.ts";
import { NewBaseNote } from "./new-base-note.tsx";
import { ClashNote, RefusalNote } from "./save-notes.tsx";
import { send } from "./send.ts";
import { SourceChange } from "./source-change.tsx";
import { useDeskTools } from "./tools.ts";
import { typeInto } from "./type-into.ts";
import { takeTypedEarly } from "./typed-early.ts";

/** What keys and buttons outside a field do in it. */
export interface FieldHandle {
  lang: Lang;
  focus(): void;
  /** Saves and goes on; confirms a translation whose source changed in spacing or punctuation alone. */
  save(): void;
  /** `whole`: in place of everything. */
  type(words: string, whole: boolean): void;
  /** Back to what is stored; from there, to what was stored before this member's last save. */
  undo(): void;
}

interface TextEditorProps {
  unit: DeskUnit;
  lang: Lang;
  /** What the unit is, in words: part of the field's name. */
  name: string;
  returned: Returned | null;
  /** Hears what is in the field, as it is typed. */
  onText: (lang: Lang, text: string) => void;
  onEnter: (lang: Lang) => void;
  /** Takes the field's handle, and gives back how to let go of it. */
  hold: (handle: FieldHandle) => () => void;
}

const readNow = (unit: DeskUnit, lang: Lang): Read => ({ text: unit.words[lang].text, revision: unit.words[lang].revision, sourceHash: unit.sourceHash });

/** The words of a unit in one language: a plain form, which saves in place where scripts run. */
export const TextEditor = memo(function TextEditor({ unit, lang, name, returned, onText, onEnter, hold }: TextEditorProps) {
  const { t } = useTranslation(["workbench", "desk"]);
  const pageLang = useLang();
  const { owner, editable, drafts, setUnsaved, refresh, goOn } = useDeskTools();
  const words = unit.words[lang];
  const id = fieldOf(unit.unit, lang);
  const whyId = useId();
  const mayEdit = editable[lang];
  const field = useRef<HTMLTextAreaElement>(null);
  const [read, setRead] = useState<Read>(() => drafts.of(id)?.read ?? firstRead(unit, lang, returned));
  const [text, setText] = useState(() => drafts.of(id)?.text ?? returned?.mine ?? words.text);
  const [scripted, setScripted] = useState(false);
  const [answer, setAnswer] = useState<SaveAnswer | "saving" | "look" | null>(returned?.answer ?? null);
  const unsaved = text !== read.text;
  const stale = words.freshness === "stale";
  const onlyBase = unit.newBase !== null && !words.sourceChanged;
  const staleWords = onlyBase && !unsaved ? t("desk:base.confirm") : t("desk.saveStale");

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
  useEffect(() => {
    drafts.keep(id, unsaved ? { text, read } : null);
    setUnsaved(id, unsaved);
  }, [drafts, id, read, text, unsaved, setUnsaved]);
  useEffect(() => onText(lang, text), [lang, text, onText]);

  async function save(): Promise<boolean> {
    setAnswer("saving");
    const fields = { intent: "save", owner, unit: unit.unit, lang, text, revision: String(read.revision), sourceHash: read.sourceHash };
    const got = await send<SaveAnswer>(fields);
    setAnswer(got);
    const fresh = "fresh" in got && got.fresh.find((one) => one.unit === unit.unit);
    if (!fresh) return false;
    const stored = readNow(fresh, lang);
    if (got.kind === "saved") {
      if (stored.text !== read.text) drafts.noteSaved(id, read.text);
      setText((typed) => (typed === text ? stored.text : typed));
      // The row may have been left meanwhile: nobody else would say that nothing is unsaved there.
      if (drafts.of(id)?.text === text) {
        drafts.keep(id, null);
        setUnsaved(id, false);
      }
    }
    setRead(stored);
    refresh(got.fresh);
    return got.kind === "saved";
  }

  async function saveAndGoOn(): Promise<void> {
    if (answer === "saving") return;
    if (!mayEdit) return goOn(unit.unit, lang);
    const confirms = stale && words.trivialChange;
    // A change that may matter is not waved through by a key.
    if (stale && !unsaved && !confirms) return setAnswer("look");
    if ((!unsaved && !confirms) || (await save())) goOn(unit.unit, lang);
  }

  const latest = useRef({ saveAndGoOn, read, unsaved });
  latest.current = { saveAndGoOn, read, unsaved };
  useEffect(
    () =>
      hold({
        lang,
        focus() {
          const area = field.current;
          if (!area || area === document.activeElement) return;
          area.focus();
          // Where one goes on writing.
          area.setSelectionRange(area.value.length, area.value.length);
        },
        save: () => void latest.current.saveAndGoOn(),
        type: (typed, whole) => field.current && mayEdit && typeInto(field.current, typed, whole),
        undo() {
          const back = latest.current.unsaved ? latest.current.read.text : drafts.takeFormer(id);
          if (back !== null && field.current && mayEdit) typeInto(field.current, back, true);
        },
      }),
    [drafts, hold, id, lang, mayEdit],
  );

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (answer !== "saving") void save();
  }

  const settled = answer === "saving" || answer === "look" ? null : answer;
  const clash = settled?.kind === "clash" ? settled : null;
  return (
    <form className="editor" method="post" action={`#${anchorOf(unit.unit)}`} onSubmit={onSubmit}>
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="owner" value={owner} />
      <input type="hidden" name="unit" value={unit.unit} />
      <input type="hidden" name="lang" value={lang} />
      <input type="hidden" name="revision" value={read.revision} />
      <input type="hidden" name="sourceHash" value={read.sourceHash} />
      {unit.newBase && <NewBaseNote base={unit.newBase} lang={lang} taken={text === unit.newBase.texts[lang]} onTake={mayEdit ? take : null} />}
      {stale && <SourceChange unit={unit} lang={lang} />}
      {clash && <ClashNote unit={unit} lang={lang} difference={clash.difference} onTakeTheirs={() => take(words.text)} />}
      <textarea
        ref={field}
        id={id}
        name="text"
        lang={language(lang).tag}
        aria-label={t("desk.textIn", { unit: name, language: language(lang).name })}
        aria-keyshortcuts={shortcutOf("save")}
        aria-describedby={mayEdit ? undefined : whyId}
        readOnly={!mayEdit}
        rows={rowsOf(text, lang)}
        maxLength={MAX_TEXT}
        value={text}
        onFocus={() => onEnter(lang)}
        onChange={(event) => {
          setText(event.target.value);
          if (answer === "look") setAnswer(null);
        }}
      />
      {!mayEdit && (
        <p className="hint" id={whyId}>
          {t("desk:readOnly", { language: language(lang).name })}
        </p>
      )}
      {answer === "look" && (
        <p className="look" role="alert">
          {t("desk:stale.look", { save: staleWords })}
        </p>
      )}
      {settled?.kind === "refused" && <RefusalNote refusal={settled} />}
      <div className="editor-foot">
        {mayEdit && (unsaved || stale || !scripted) && (
          <button type="submit" className={unsaved || stale ? "primary" : undefined}>
            {clash && unsaved ? t("clash.keepMine") : stale ? staleWords : t("desk.save")}
          </button>
        )}
        <span className="hint scripted" role="status">
          {answer === "saving" ? t("desk.saving") : unsaved ? t("desk.unsaved") : settled?.kind === "saved" ? t("desk.saved") : ""}
        </span>
        <span className="hint scripted count">{t("desk:characters", { count: [...text].length })}</span>
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
});

/** A refused text still answers to what its writer had read; after a clash the writer has read what is stored now. */
function firstRead(unit: DeskUnit, lang: Lang, returned: Returned | null): Read {
  const now = readNow(unit, lang);
  return returned?.answer.kind === "refused" ? { ...now, revision: returned.revision, sourceHash: returned.sourceHash } : now;
}

/** Rows to begin with; browsers that can let the field grow with its text. About so many characters fit into half a desk. */
function rowsOf(text: string, lang: Lang): number {
  const perRow = language(lang).unspaced ? 30 : 58;
  const rows = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perRow)), 0);
  return Math.min(12, rows);
}
