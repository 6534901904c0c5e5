import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ByLang, type Lang, language, others } from "../../../core/language/languages.ts";
import { openGlossary } from "../../../core/translation/find-terms.ts";
import { spellingsOf, type Term } from "../../../core/translation/term.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { isComposing } from "./keys.ts";
import { useDeskTools } from "./tools.ts";

interface TermPickerProps {
  unit: DeskUnit;
  /** What the fields say. */
  texts: ByLang<string>;
  /** The language whose words are put in. */
  into: Lang;
  onPick: (words: string) => void;
  onClose: () => void;
}

/** The glossary beside a field: the terms that its other language speaks of first, then all. Letters narrow it, Enter puts a term in. */
export function TermPicker({ unit, texts, into, onPick, onClose }: TermPickerProps) {
  const { t } = useTranslation("desk");
  const { terms } = useDeskTools();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  // Terms are looked for in the source; where the source itself is written, in its translation.
  const from = into === unit.sourceLang ? (others(into)[0] ?? into) : unit.sourceLang;
  const here = useMemo(() => termsWithin(terms, texts[from], from), [terms, texts, from]);
  const listed = useMemo(() => [...here, ...terms.filter((term) => !here.includes(term))].filter((term) => says(term, typed)), [here, terms, typed]);
  const chosen = listed[Math.min(at, listed.length - 1)];
  const optionOf = (term: Term) => `${id}-${term.key}`;

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (chosen) document.getElementById(`${id}-${chosen.key}`)?.scrollIntoView({ block: "nearest" });
  }, [chosen, id]);

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !event.altKey) setAt((before) => Math.max(0, Math.min(listed.length - 1, before + step)));
    else if (event.key === "Enter" && chosen) onPick(chosen.words[into]);
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="term-picker">
      <label htmlFor={`${id}-field`}>{t("terms.title", { language: language(into).name })}</label>
      <input
        ref={field}
        id={`${id}-field`}
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && optionOf(chosen)}
        aria-autocomplete="list"
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <button type="button" onClick={onClose}>
        {t("terms.close")}
      </button>
      <div className="term-list" id={`${id}-list`} role="listbox" aria-label={t("terms.list")}>
        {listed.map((term) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names its option (combobox)
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field
          <div key={term.key} id={optionOf(term)} role="option" aria-selected={term === chosen} onClick={() => onPick(term.words[into])}>
            <span lang={language(from).tag}>{term.words[from]}</span>
            <b lang={language(into).tag}>{term.words[into]}</b>
            {here.includes(term) && <small>{t("terms.here")}</small>}
          </div>
        ))}
      </div>
      {listed.length === 0 && <p className="hint">{t("terms.none")}</p>}
    </div>
  );
}

/** The terms that a text speaks of, in its order, each once. */
function termsWithin(terms: readonly Term[], text: string, lang: Lang): Term[] {
  const keys = new Set(
    openGlossary(terms, lang)
      .within(text)
      .map(({ key }) => key),
  );
  return [...keys].flatMap((key) => terms.find((term) => term.key === key) ?? []);
}

function says(term: Term, typed: string): boolean {
  const wanted = typed.normalize("NFC").trim().toLowerCase();
  if (!wanted) return true;
  const spoken = [term.key, term.pinyin, ...(Object.keys(term.words) as Lang[]).flatMap((lang) => spellingsOf(term, lang))];
  return spoken.some((words) => words.toLowerCase().includes(wanted));
}
