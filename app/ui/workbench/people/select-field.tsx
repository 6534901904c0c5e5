import type { SelectHTMLAttributes } from "react";
import { Labelled } from "../field.tsx";

interface SelectFieldProps extends SelectHTMLAttributes<HTMLSelectElement> {
  label: string;
  hint?: string;
  problem?: string | null;
  options: readonly { value: string; words: string }[];
}

/** One of several. */
export function SelectField({ label, hint, problem, options, ...select }: SelectFieldProps) {
  return (
    <Labelled label={label} hint={hint} problem={problem}>
      {(tied) => (
        <select {...tied} aria-invalid={problem ? true : undefined} {...select}>
          {options.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
