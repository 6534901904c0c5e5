import { type InputHTMLAttributes, type ReactNode, useId } from "react";

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: string;
  /** What is wrong with what was typed. */
  problem?: string | null;
}

interface LabelledProps {
  label: string;
  hint?: string | undefined;
  problem?: string | null | undefined;
  /** What is filled in, given how it is tied to its words. */
  children: (tied: { id: string; "aria-describedby": string | undefined }) => ReactNode;
}

/** Something to fill in, with its label, hint and problem said to screen readers as well. */
export function Labelled({ label, hint, problem, children }: LabelledProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, "aria-describedby": described || undefined })}
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** One line to fill in. */
export function Field({ label, hint, problem, ...input }: FieldProps) {
  return (
    <Labelled label={label} hint={hint} problem={problem}>
      {(tied) => <input {...tied} aria-invalid={problem ? true : undefined} {...input} />}
    </Labelled>
  );
}

/** Several boxes or choices that answer one question. */
export function Choices({ legend, problem, children }: { legend: string; problem?: string | null; children: ReactNode }) {
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={problem ? id : undefined}>
      <legend>{legend}</legend>
      {children}
      {problem && (
        <p className="problem" id={id}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}

/** What went wrong with a form, above it; read out when it appears. */
export function ProblemBox({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="problem-box" role="alert">
      <b>{title}</b>
      <div>{children}</div>
    </div>
  );
}
