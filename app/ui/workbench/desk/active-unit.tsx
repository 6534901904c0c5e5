import { type MutableRefObject, type ReactNode, startTransition, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ByLang, byLang, type Lang, language, others, ownFirst } from "../../../core/language/languages.ts";
import type { CommentView } from "../../../core/translation/desk-around.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { ReviewLine } from "../publishing/review-line.tsx";
import { fieldOf } from "./anchors.ts";
import type { Asked, Panel, Tried } from "./answers.ts";
import { CheckNotes } from "./check-notes.tsx";
import type { Act } from "./keys.ts";
import { SidePanel } from "./side-panel.tsx";
import { StringNotes } from "./string-notes.tsx";
import { TermPicker } from "./term-picker.tsx";
import { type FieldHandle, TextEditor } from "./text-editor.tsx";
import { useDeskTools } from "./tools.ts";
import { UnitActs } from "./unit-acts.tsx";
import { nameOf } from "./unit-name.ts";
import type { FocusOn } from "./use-place.ts";

/** What a key does in the row that is being worked on. */
export type ActHere = (act: Act) => void;

interface ActiveUnitProps {
  unit: DeskUnit;
  unsaved: boolean;
  comments: readonly CommentView[];
  panel: Panel;
  onPanel: (panel: Panel) => void;
  asked: Asked;
  tried: Tried | null;
  /** Where the desk finds what its keys do here. */
  actHere: MutableRefObject<ActHere>;
  /** Null: the focus stays where it is. */
  focusOn: FocusOn | null;
  /** Shown in place of fields by a unit without words of its own. */
  children?: ReactNode;
}

/** The row that is being worked on: its fields, what can be done about it, and beside it how readers will see it and what was said. */
export function ActiveUnit({ unit, unsaved, comments, panel, onPanel, asked, tried, actHere, focusOn, children }: ActiveUnitProps) {
  const { t } = useTranslation(["workbench", "desk"]);
  const { drafts, editable, terms, notes } = useDeskTools();
  const [texts, setTexts] = useState<ByLang<string>>(() => byLang((lang) => drafts.of(fieldOf(unit.unit, lang))?.text ?? unit.words[lang].text));
  const [picking, setPicking] = useState(false);
  const box = useRef<HTMLElement>(null);
  const fields = useRef(new Map<Lang, FieldHandle>());
  const lastField = useRef<Lang | null>(null);
  const name = nameOf(unit, (kind) => t(`kinds.${kind}`));
  const returned = tried?.returned?.unit === unit.unit ? tried.returned : null;

  // What stands beside the fields may lag behind a fast hand; the letter itself may not.
  const onText = useCallback(
    (lang: Lang, text: string) => startTransition(() => setTexts((known) => (known[lang] === text ? known : { ...known, [lang]: text }))),
    [],
  );
  const onEnter = useCallback((lang: Lang) => {
    lastField.current = lang;
  }, []);
  const hold = useCallback((handle: FieldHandle) => {
    fields.current.set(handle.lang, handle);
    return () => {
      fields.current.delete(handle.lang);
    };
  }, []);
  /** The field that keys mean: where the hand was last, else the first translation that may be written. */
  const target = useCallback((): FieldHandle | undefined => {
    const order = [lastField.current, ...others(unit.sourceLang).filter((lang) => editable[lang]), ...ownFirst(unit.sourceLang)];
    return order.map((lang) => lang && fields.current.get(lang)).find((field) => field) || undefined;
  }, [editable, unit.sourceLang]);

  const mend = useCallback((lang: Lang, text: string) => fields.current.get(lang)?.type(text, true), []);
  const copySource = () => {
    const into = others(unit.sourceLang).find(
      (lang) => editable[lang] && (lang === lastField.current || lastField.current === unit.sourceLang || !lastField.current),
    );
    if (into) fields.current.get(into)?.type(texts[unit.sourceLang], true);
  };
  const closePicker = () => {
    setPicking(false);
    target()?.focus();
  };

  actHere.current = (act) => {
    if (act === "save") target()?.save();
    else if (act === "copySource") copySource();
    else if (act === "insertTerm") setPicking(terms.length > 0);
    else if (act === "undo") target()?.undo();
    else if (act === "approve") box.current?.querySelector<HTMLButtonElement>(".approve button[type=submit]")?.click();
  };

  useEffect(() => {
    if (focusOn === null) return;
    const field = (focusOn.lang !== "any" && fields.current.get(focusOn.lang)) || target();
    if (field) field.focus();
    else box.current?.focus();
    box.current?.closest("li")?.scrollIntoView({ block: "nearest" });
  }, [focusOn, target]);

  return (
    // Focusable by scripts, for rows without a field.
    <section className="work" ref={box} tabIndex={-1} aria-label={name}>
      <div className="work-main">
        {unit.returned && (
          <p className="returned">
            <b>{unit.returned.by ? t("desk:returned.by", { name: unit.returned.by }) : t("desk:returned.title")}</b> {unit.returned.reason}
          </p>
        )}
        {unit.kind === "string" && <StringNotes unit={unit} note={notes[unit.unit] ?? null} />}
        {children ?? (
          <div className="pair">
            {ownFirst(unit.sourceLang).map((lang) => (
              <div key={lang} className="side">
                <p className="side-name">
                  <span lang={language(lang).tag}>{language(lang).name}</span>{" "}
                  <span className="hint">{lang === unit.sourceLang ? t("desk.source") : t("desk.target")}</span>
                </p>
                <TextEditor
                  unit={unit}
                  lang={lang}
                  name={name}
                  returned={returned?.lang === lang ? returned : null}
                  onText={onText}
                  onEnter={onEnter}
                  hold={hold}
                />
              </div>
            ))}
          </div>
        )}
        {picking && (
          <TermPicker
            unit={unit}
            texts={texts}
            into={target()?.lang ?? unit.sourceLang}
            onClose={closePicker}
            onPick={(words) => {
              setPicking(false);
              target()?.type(words, false);
            }}
          />
        )}
        <CheckNotes unit={unit} texts={texts} onMend={mend} />
        {!children && <UnitActs onAct={(act) => actHere.current(act)} terms={terms.length > 0} />}
        <ReviewLine unit={unit} unsaved={unsaved} />
      </div>
      <SidePanel unit={unit} texts={texts} comments={comments} panel={panel} onPanel={onPanel} asked={asked} tried={tried} />
    </section>
  );
}
