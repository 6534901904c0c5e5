import { type Lang, language } from "../../../core/language/languages.ts";
import { MAX_REASON } from "../../../core/workflow/reasons.ts";
import { Labelled } from "../field.tsx";

interface ReasonFieldProps {
  label: string;
  hint?: string;
  name?: string;
  /** The language it has to be written in; left out: any. */
  lang?: Lang;
  typed?: string | undefined;
  /** It was refused. */
  wrong?: boolean;
  longest?: number;
}

/** A reason, in a few lines. */
export function ReasonField({ label, hint, name = "reason", lang, typed, wrong = false, longest = MAX_REASON }: ReasonFieldProps) {
  return (
    <Labelled label={label} hint={hint}>
      {(tied) => (
        <textarea
          {...tied}
          name={name}
          required
          rows={2}
          maxLength={longest}
          lang={lang && language(lang).tag}
          defaultValue={typed}
          aria-invalid={wrong || undefined}
        />
      )}
    </Labelled>
  );
}
