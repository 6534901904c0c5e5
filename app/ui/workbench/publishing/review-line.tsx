import { useTranslation } from "react-i18next";
import { may } from "../../../core/people/roles.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { useLang } from "../../kit/use-lang.ts";
import { ApproveForm, RefusalWords } from "../desk/approve-form.tsx";
import { useDeskTools } from "../desk/tools.ts";
import { ReasonedForm } from "./reasoned-form.tsx";

interface ReviewLineProps {
  unit: DeskUnit;
  /** Words on screen that are not saved can't be judged. */
  unsaved: boolean;
}

/** What this member can do about a pair that waits for approval, or why nothing; who approved it, where somebody has. */
export function ReviewLine({ unit, unsaved }: ReviewLineProps) {
  const { t } = useTranslation(["workbench", "publishing"]);
  const { roles, owner } = useDeskTools();
  const { approval, refusal, returned, state } = unit;
  const reviewer = may(roles, "words.approve");
  const waits = state === "in_review" && reviewer;
  const returnable = reviewer && (state === "in_review" || state === "approved") && refusal !== "own_work" && refusal !== "not_allowed" && !unsaved;
  const overridable = waits && refusal === "own_work" && !returned && !unsaved && may(roles, "pair.publish");
  if (!approval && !waits && unit.kind !== "string") return null;
  return (
    <div className="unit-foot review-forms">
      {approval && <ApprovedNote approval={approval} />}
      {waits && refusal && (
        <p className="hint">
          <RefusalWords code={refusal} />
        </p>
      )}
      {waits && !refusal && <ApproveForm units={[unit]} label={approveWords()} disabled={unsaved} />}
      {waits && unsaved && <span className="hint">{t("workbench:approve.saveFirst")}</span>}
      {returnable && (
        <ReasonedForm
          intent="return"
          unit={unit}
          title={t("publishing:review.return")}
          label={t("publishing:review.returnReason")}
          submit={t("publishing:review.returnSubmit")}
        />
      )}
      {overridable && (
        <ReasonedForm
          intent="override"
          unit={unit}
          title={t("publishing:review.override")}
          lead={t("publishing:review.overrideLead")}
          label={t("publishing:review.overrideReason")}
          submit={t("publishing:review.overrideSubmit")}
        />
      )}
      {unit.kind === "string" && (
        <a href={`/workbench/strings/${owner.slice("strings:".length)}/history?key=${encodeURIComponent(unit.unit)}`}>{t("publishing:string.link")}</a>
      )}
    </div>
  );

  function approveWords(): string {
    if (returned) return t("publishing:review.evenReturned");
    return unit.kind === "structure" ? t("workbench:approve.structure") : t("workbench:approve.one");
  }
}

function ApprovedNote({ approval: { by, at, reason } }: { approval: NonNullable<DeskUnit["approval"]> }) {
  const { t } = useTranslation(["workbench", "publishing"]);
  const when = formatDateTime(new Date(at), useLang());
  return (
    <p className="hint">
      {by ? t("workbench:approve.approvedBy", { name: by, at: when }) : t("workbench:approve.approvedAt", { at: when })}
      {reason && (
        <>
          {" "}
          {t("publishing:review.byOverride")} <q>{reason}</q>
        </>
      )}
    </p>
  );
}
