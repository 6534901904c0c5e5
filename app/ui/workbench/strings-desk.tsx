import { useTranslation } from "react-i18next";
import type { StringNote } from "../../core/strings/note.ts";
import type { DeskAround } from "../../core/translation/desk-around.ts";
import type { Owner } from "../../core/translation/wording.ts";
import type { DeskUnit } from "../../core/workflow/desk.ts";
import type { Namespace } from "../../i18n/options.ts";
import { Desk, type DeskVisit } from "./desk/desk.tsx";

interface StringsDeskProps extends DeskVisit {
  namespace: Namespace;
  owner: Owner;
  units: DeskUnit[];
  around: DeskAround;
  /** What there is to know of a string, by key. */
  notes: Record<string, StringNote>;
  justPublished: boolean;
}

const NOTHING_TO_VERIFY = {};

/** The interface strings of a namespace at work, as a list of pairs. */
export function StringsDesk({ namespace, notes, justPublished, ...work }: StringsDeskProps) {
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
        {...work}
        verify={NOTHING_TO_VERIFY}
        whole={false}
        first={false}
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
