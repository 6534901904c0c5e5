import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { type Lang, language } from "../../../core/language/languages.ts";
import { wordsReadAs } from "../../../core/search/pinyin.ts";
import { lookedThrough } from "./documents.ts";
import { Icon } from "./icons.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { lettersBefore } from "./typing.ts";
import type { TypingField } from "./use-typing.ts";

const DIGITS = [..."1234567890"];
const LETTERS = [[..."qwertyuiop"], [..."asdfghjkl"], [..."zxcvbnm"]];
const SIGNS = [[..."@#%&*()-+="], [..."/\\:;\"'!?~"], [..."<>[]_$^"]];

/** How many words are offered: one row. */
const OFFERS = 8;

interface Props {
  target: TypingField;
  /** Where a new line may be typed. */
  lines?: boolean;
  onDone: () => void;
}

/** The screen's own keyboard: a kiosk has none, and the system's would lead out of it. Telex in a language that is written so, offers in the other. */
export function Keyboard({ target, lines = false, onDone }: Props) {
  const { t, lang } = useSpeech();
  const [telex, setTelex] = useState(true);
  const [upper, setUpper] = useState(false);
  const [signs, setSigns] = useState(false);
  const composes = !language(lang).unspaced;
  const rows = signs ? SIGNS : LETTERS;

  function type(letter: string) {
    target.press({ kind: "letter", letter: upper ? letter.toUpperCase() : letter }, composes && telex);
    setUpper(false);
  }
  const letterKey = (letter: string) => (
    <Key key={letter} onPress={() => type(letter)}>
      {upper ? letter.toUpperCase() : letter}
    </Key>
  );

  return (
    <section className="keyboard" aria-label={t("keyboard.label")} translate="no">
      {!composes && <Offers target={target} lang={lang} />}
      <div className="row">{DIGITS.map(letterKey)}</div>
      <div className="row">{rows[0]?.map(letterKey)}</div>
      <div className="row">{rows[1]?.map(letterKey)}</div>
      <div className="row">
        <Key wide label={t("keyboard.shift")} pressed={upper} onPress={() => setUpper(!upper)}>
          <Icon name="shift" />
        </Key>
        {rows[2]?.map(letterKey)}
        <Key wide label={t("keyboard.erase")} onPress={() => target.press({ kind: "erase" }, false)}>
          <Icon name="erase" />
        </Key>
      </div>
      <div className="row">
        <Key wide onPress={() => setSigns(!signs)}>
          {t(signs ? "keyboard.letters" : "keyboard.signs")}
        </Key>
        {composes && (
          <Key wide pressed={telex} onPress={() => setTelex(!telex)}>
            {t("keyboard.telex")}
          </Key>
        )}
        <Key onPress={() => type(",")}>,</Key>
        <Key space label={t("keyboard.space")} onPress={() => type(" ")}>
          <span className="bar-of-space" />
        </Key>
        <Key onPress={() => type(".")}>.</Key>
        {lines && (
          <Key label={t("keyboard.line")} onPress={() => type("\n")}>
            <span aria-hidden="true">↵</span>
          </Key>
        )}
        <Key wide onPress={() => target.press({ kind: "clear" }, false)}>
          {t("keyboard.clear")}
        </Key>
        <Key wide strong onPress={onDone}>
          {t("keyboard.done")}
        </Key>
      </div>
    </section>
  );
}

interface KeyProps {
  onPress: () => void;
  children: ReactNode;
  label?: string;
  /** Of a key that stays down. */
  pressed?: boolean;
  wide?: boolean;
  strong?: boolean;
  space?: boolean;
}

function Key({ onPress, children, label, pressed, wide, strong, space }: KeyProps) {
  const kinds = [wide && "wide", strong && "strong", space && "space"].filter(Boolean).join(" ");
  return (
    <button
      type="button"
      className={kinds || undefined}
      aria-label={label}
      aria-pressed={pressed}
      // The field keeps the focus, so that its caret is seen.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

/** Words of our own pages that are read as what was typed: so a message can be written without a keyboard for them. */
function Offers({ target, lang }: { target: TypingField; lang: Lang }) {
  const { t } = useSpeech();
  const { state } = useKiosk();
  const letters = useDeferredValue(lettersBefore(target.typing));
  const offers = useMemo(
    () => (letters === "" ? [] : wordsReadAs(lookedThrough(state.content).texts, letters, state.content.readings, OFFERS)),
    [letters, state.content],
  );
  return (
    <fieldset className="row offers" aria-label={t("keyboard.offers")}>
      {offers.length === 0 && <span className="none">{t("keyboard.pinyin")}</span>}
      {offers.map((word) => (
        <Key key={word} onPress={() => target.press({ kind: "word", word }, false)}>
          <span lang={language(lang).tag}>{word}</span>
        </Key>
      ))}
    </fieldset>
  );
}
