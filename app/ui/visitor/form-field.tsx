import type { ReactNode } from "react";

export interface FieldProps {
  /** Its name, and its id within the page. */
  name: string;
  label: ReactNode;
  hint?: string;
  /** What is wrong with what was filled in. */
  fault?: string | null;
  /** Draws the control with what ties label, hint and fault to it. */
  children: (tied: { id: string; name: string; "aria-describedby"?: string | undefined; "aria-invalid"?: true | undefined }) => ReactNode;
}

/** One thing to fill in: label, hint, what is wrong, control, in the order in which they are read out. */
export function FormField({ name, label, hint, fault, children }: FieldProps) {
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <Fault name={name} fault={fault} />
      {children({ id: name, name, "aria-describedby": described || undefined, "aria-invalid": fault ? true : undefined })}
    </div>
  );
}

/** What is wrong with a field, beside it. */
export function Fault({ name, fault }: { name: string; fault?: string | null | undefined }) {
  if (!fault) return null;
  return (
    <p className="fault" id={`${name}-fault`}>
      {fault}
    </p>
  );
}
