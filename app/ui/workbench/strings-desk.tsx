import { useTranslation } from "react-i18next";
import type { Role } from "../../core/people/roles.ts";
import type { StringNote } from "../../core/strings/note.ts";
import type { DeskAround } from "../../core/translation/desk-around.ts";
import type { Owner } from "../../core/translation/wording.ts";
import type { DeskUnit } from "../../core/workflow/desk.ts";
import type { Namespace } from "../../i18n/options.ts";
import type { Asked, Tried } from "./desk/answers.ts";
import { Desk } from "./desk/desk.tsx";

interface StringsDeskProps {
  namespace: Namespace;
  owner: Owner;
  units: DeskUnit[];
  around: DeskAround;
  /** What there is to know of a string, by key. */
  notes: Record<string, StringNote>;
  asked: Asked;
  roles: Role[];
  justPublished: boolean;
  tried: Tried | null;
}

const NOTHING_TO_VERIFY = {};

/** The interface strings of a namespace at work, as a list of pairs. */
export function StringsDesk({ namespace, owner, units, around, notes, asked, roles, justPublished, tried }: StringsDeskProps) {
  const { t } = useTranslation("workbench");
  return (
    <>
      <div className="desk-head">
        <p>
          <a href="/workbench">← {t("desk.back")}</a> · <a href="/workbench/strings">{t("home.strings")}</a>
        </p>
      </div>
      {justPublished && (
        <p className="done-box" role="status">
          {t("publish.done")}
        </p>
      )}
      <Desk
        owner={owner}
        units={units}
        around={around}
        asked={asked}
        roles={roles}
        verify={NOTHING_TO_VERIFY}
        whole={false}
        first={false}
        tried={tried}
        title={
          <h1>
            {t("home.strings")}: {t(`namespaces.${namespace}`)}
          </h1>
        }
        state={null}
        sheets={null}
        notes={notes}
      />
    </>
  );
}
