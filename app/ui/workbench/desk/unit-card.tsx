import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { language, ownFirst } from "../../../core/language/languages.ts";
import { may } from "../../../core/people/roles.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { useLang } from "../../kit/use-lang.ts";
import { StateChip } from "../state-chip.tsx";
import { anchorOf } from "./anchors.ts";
import type { Returned } from "./answers.ts";
import { ApproveForm, RefusalWords } from "./approve-form.tsx";
import { TextEditor } from "./text-editor.tsx";
import { useDeskTools } from "./tools.ts";

interface UnitCardProps {
  unit: DeskUnit;
  /** Something typed here is not saved yet. */
  unsaved: boolean;
  returned: Returned | null;
  /** Shown in place of editors by a unit without words of its own. */
  children?: ReactNode;
}

/** One pair: source beside target, where it stands, and what can be done about it. Drawn again only when it changes itself. */
export const UnitCard = memo(function UnitCard({ unit, unsaved, returned, children }: UnitCardProps) {
  const { t } = useTranslation("workbench");
  const pageLang = useLang();
  const { verify } = useDeskTools();
  const anchor = anchorOf(unit.unit);
  const name = unit.kind === "string" ? unit.unit : t(`kinds.${unit.kind}`);
  const agency = verify[unit.unit];
  return (
    <li className="unit" id={anchor} data-state={unit.state}>
      <div className="unit-head">
        <h3 id={`${anchor}-name`}>{unit.kind === "string" ? <code>{name}</code> : name}</h3>
        {agency && <span className="verify">{t("desk.verify", { agency })}</span>}
        <span className="unit-state">
          {unit.approval && <span className="hint">{approvalWords(unit.approval)}</span>}
          <StateChip state={unit.state} />
        </span>
      </div>
      {children ?? (
        <div className="pair">
          {ownFirst(unit.sourceLang).map((lang) => (
            <div key={lang} className="side">
              <p className="side-name">
                <span lang={language(lang).tag}>{language(lang).name}</span>{" "}
                <span className="hint">{lang === unit.sourceLang ? t("desk.source") : t("desk.target")}</span>
              </p>
              <TextEditor unit={unit} lang={lang} name={name} returned={returned?.lang === lang ? returned : null} />
            </div>
          ))}
        </div>
      )}
      <ApprovalLine unit={unit} unsaved={unsaved} />
    </li>
  );

  function approvalWords(approval: NonNullable<DeskUnit["approval"]>): string {
    const at = formatDateTime(new Date(approval.at), pageLang);
    return approval.by ? t("approve.approvedBy", { name: approval.by, at }) : t("approve.approvedAt", { at });
  }
});

/** What this member can do about a pair that waits for approval, or why nothing. */
function ApprovalLine({ unit, unsaved }: { unit: DeskUnit; unsaved: boolean }) {
  const { t } = useTranslation("workbench");
  const { roles } = useDeskTools();
  if (unit.state !== "in_review" || !may(roles, "words.approve")) return null;
  if (unit.refusal) {
    return (
      <p className="hint unit-foot">
        <RefusalWords code={unit.refusal} />
      </p>
    );
  }
  return (
    <div className="unit-foot">
      <ApproveForm units={[unit]} label={unit.kind === "structure" ? t("approve.structure") : t("approve.one")} disabled={unsaved} />
      {unsaved && <span className="hint">{t("approve.saveFirst")}</span>}
    </div>
  );
}
