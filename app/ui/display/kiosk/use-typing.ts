import { type ChangeEvent, type SyntheticEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { type Key, pressed, type Typing } from "./typing.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

export interface TypingField {
  typing: Typing;
  /** A key of the screen's own keyboard. */
  press(key: Key, telex: boolean): void;
  /** For the input itself. */
  field: {
    ref: (element: Field | null) => void;
    value: string;
    onChange(event: ChangeEvent<Field>): void;
    onSelect(event: SyntheticEvent<Field>): void;
  };
}

/**
 * A text that is written with the screen's keyboard, with a real one, or with both.
 * @param change told every new text
 */
export function useTyping(text: string, change: (text: string) => void): TypingField {
  const element = useRef<Field | null>(null);
  const [wished, setCaret] = useState(text.length);
  const caret = Math.min(wished, text.length);

  // A field whose text was set from outside puts its caret at the end.
  useLayoutEffect(() => {
    const { current } = element;
    if (current && current.value === text && current.selectionStart !== caret) current.setSelectionRange(caret, caret);
  }, [text, caret]);

  const press = useCallback(
    (key: Key, telex: boolean) => {
      const next = pressed({ text, caret }, key, telex);
      setCaret(next.caret);
      change(next.text);
    },
    [text, caret, change],
  );

  return useMemo(
    () => ({
      typing: { text, caret },
      press,
      field: {
        ref: (found) => {
          element.current = found;
        },
        value: text,
        onChange: ({ target }) => {
          setCaret(target.selectionStart ?? target.value.length);
          change(target.value);
        },
        onSelect: ({ currentTarget }) => setCaret(currentTarget.selectionStart ?? currentTarget.value.length),
      },
    }),
    [text, caret, press, change],
  );
}
