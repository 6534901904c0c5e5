import { type KeyboardEvent, useId, useRef, useState } from "react";
import { MAX_COMMENT } from "../../../core/translation/comment.ts";
import { isComposing } from "./keys.ts";
import { typeInto } from "./type-into.ts";

interface MentionFieldProps {
  name: string;
  label: string;
  hint: string;
  value: string;
  onChange: (text: string) => void;
  names: readonly string[];
}

/** So many names are offered at once. */
const OFFERED = 6;

/** A field in which an @ offers the names of members; without scripts they are typed. */
export function MentionField({ name, label, hint, value, onChange, names }: MentionFieldProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [begun, setBegun] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const offered = begun === null ? [] : names.filter((one) => one.toLowerCase().includes(begun.toLowerCase())).slice(0, OFFERED);
  const open = offered.length > 0;

  function look(): void {
    const { value: typed = "", selectionStart = 0 } = field.current ?? {};
    const found = /@([^@\n]{0,40})$/u.exec(typed.slice(0, selectionStart))?.[1] ?? null;
    // A name that stands there whole is not begun any more.
    setBegun(found !== null && names.some((one) => found.toLowerCase().startsWith(one.toLowerCase())) ? null : found);
    setAt(0);
  }

  function take(chosen: string): void {
    const area = field.current;
    if (!area || begun === null) return;
    area.setSelectionRange(area.selectionStart - begun.length, area.selectionStart);
    typeInto(area, `${chosen} `, false);
    setBegun(null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isComposing(event.nativeEvent)) {
      event.preventDefault();
      field.current?.form?.requestSubmit();
      return;
    }
    if (!open || isComposing(event.nativeEvent) || event.altKey || event.ctrlKey || event.metaKey) return;
    const chosen = offered[at];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((before) => (before + step + offered.length) % offered.length);
    else if (event.key === "Enter" && chosen) take(chosen);
    else if (event.key === "Escape") setBegun(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="mention">
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        ref={field}
        id={id}
        name={name}
        rows={2}
        required
        maxLength={MAX_COMMENT}
        aria-describedby={`${id}-hint`}
        aria-autocomplete="list"
        aria-controls={open ? `${id}-names` : undefined}
        aria-activedescendant={open ? `${id}-${at}` : undefined}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          look();
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setBegun(null)}
      />
      {open && (
        <div className="names" id={`${id}-names`} role="listbox" aria-label={label}>
          {offered.map((one, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names its option
            <div
              key={one}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              onPointerDown={(event) => {
                event.preventDefault();
                take(one);
              }}
            >
              {one}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
