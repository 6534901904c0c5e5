import { type FormEvent, useState } from "react";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { anchorOf } from "../desk/anchors.ts";
import type { ApprovalRefused, SaveRefusal } from "../desk/answers.ts";
import { ApprovalRefusals } from "../desk/approve-form.tsx";
import { RefusalNote } from "../desk/save-notes.tsx";
import { send } from "../desk/send.ts";
import { useDeskTools } from "../desk/tools.ts";
import { ReasonField } from "./reason-field.tsx";

/** What became of a unit that was sent back, or approved in spite of the rule of the second person. */
export type ReviewAnswer = { kind: "reviewed"; fresh: DeskUnit[]; refused: ApprovalRefused[] } | ({ kind: "refused" } & SaveRefusal);

interface ReasonedFormProps {
  intent: "return" | "override";
  unit: DeskUnit;
  title: string;
  lead?: string;
  label: string;
  submit: string;
}

/** Something about a unit that takes a reason: a plain form, which is sent in place where scripts run. */
export function ReasonedForm({ intent, unit, title, lead, label, submit }: ReasonedFormProps) {
  const { owner, refresh } = useDeskTools();
  const [answer, setAnswer] = useState<ReviewAnswer | null>(null);
  const [sending, setSending] = useState(false);

  async function onSubmit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "");
    setSending(true);
    const got = await send<ReviewAnswer>({ intent, owner, unit: unit.unit, hash: unit.hash, reason });
    setSending(false);
    setAnswer(got);
    if (got.kind === "reviewed") refresh(got.fresh);
  }

  return (
    <details>
      <summary>{title}</summary>
      <form method="post" action={`#${anchorOf(unit.unit)}`} onSubmit={(event) => void onSubmit(event)}>
        {lead && <p className="hint">{lead}</p>}
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="owner" value={owner} />
        <input type="hidden" name="unit" value={unit.unit} />
        <input type="hidden" name="hash" value={unit.hash} />
        <ReasonField label={label} />
        <button type="submit" disabled={sending}>
          {submit}
        </button>
      </form>
      {answer?.kind === "refused" && <RefusalNote refusal={answer} />}
      {answer?.kind === "reviewed" && <ApprovalRefusals refused={answer.refused} units={[unit]} />}
    </details>
  );
}
