import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ErrorCode } from "../../../core/errors.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { anchorOf } from "./anchors.ts";
import type { ApprovalRefused, ApproveAnswer } from "./answers.ts";
import { RefusalNote } from "./save-notes.tsx";
import { send } from "./send.ts";
import { useDeskTools } from "./tools.ts";
import { nameOf } from "./unit-name.ts";

interface ApproveFormProps {
  /** Approved together, each as it is on screen. */
  units: DeskUnit[];
  label: string;
  /** Words on screen that are not saved can't be approved. */
  disabled: boolean;
}

/** Approves units as they are on this screen, whatever happened to them meanwhile. */
export function ApproveForm({ units, label, disabled }: ApproveFormProps) {
  const { owner, refresh } = useDeskTools();
  const [answer, setAnswer] = useState<ApproveAnswer | null>(null);
  const [sending, setSending] = useState(false);
  const seen = JSON.stringify(Object.fromEntries(units.map((unit) => [unit.unit, unit.hash])));
  // One by itself is approved knowingly, also in spite of a return.
  const evenReturned = units.length === 1 && units[0]?.returned ? "yes" : "";
  const anchor = units[0] && units.length === 1 ? anchorOf(units[0].unit) : "main";

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setSending(true);
    const got = await send<ApproveAnswer>({ intent: "approve", owner, seen, evenReturned });
    setSending(false);
    setAnswer(got);
    if (got.kind === "approved") refresh(got.fresh);
  }

  return (
    <form className="approve" method="post" action={`#${anchor}`} onSubmit={(event) => void onSubmit(event)}>
      <input type="hidden" name="intent" value="approve" />
      <input type="hidden" name="owner" value={owner} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="evenReturned" value={evenReturned} />
      <button type="submit" disabled={disabled || sending}>
        {label}
      </button>
      {answer?.kind === "refused" && <RefusalNote refusal={answer} />}
      {answer?.kind === "approved" && <ApprovalRefusals refused={answer.refused} units={units} />}
    </form>
  );
}

const EXPLAINED = [
  "not_allowed",
  "own_work",
  "returned",
  "placeholders_differ",
  "checks_failed",
  "warnings_open",
  "not_ready",
  "clash",
] as const satisfies ErrorCode[];

/** Why a unit can't be approved, in words. */
export function RefusalWords({ code }: { code: ErrorCode }) {
  const { t } = useTranslation("workbench");
  return <>{t(`approvalRefusals.${EXPLAINED.find((one) => one === code) ?? "other"}`)}</>;
}

/** The units of an attempt that were not approved, each with its reason; nothing when all were. */
export function ApprovalRefusals({ refused, units }: { refused: ApprovalRefused[]; units: readonly DeskUnit[] }) {
  const { t } = useTranslation("workbench");
  if (refused.length === 0) return null;
  const named = (name: string): string => {
    const unit = units.find((one) => one.unit === name);
    return unit ? nameOf(unit, (kind) => t(`kinds.${kind}`)) : name;
  };
  return (
    <div className="problem-box" role="alert">
      <b>{t("approve.failed")}</b>
      <ul>
        {refused.map(({ unit, code }) => (
          <li key={unit}>
            <a href={`#${anchorOf(unit)}`}>{named(unit)}</a>: <RefusalWords code={code} />
          </li>
        ))}
      </ul>
    </div>
  );
}
