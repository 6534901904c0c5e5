import { useTranslation } from "react-i18next";
import type { Role } from "../../core/people/roles.ts";
import type { Owner } from "../../core/translation/wording.ts";
import type { DeskUnit } from "../../core/workflow/desk.ts";
import type { Namespace } from "../../i18n/options.ts";
import type { Tried } from "./desk/answers.ts";
import { Desk } from "./desk/desk.tsx";
import { type Filter, StringsFilter } from "./strings-filter.tsx";

interface StringsDeskProps {
  namespace: Namespace;
  owner: Owner;
  /** Those that the filter lets through. */
  units: DeskUnit[];
  all: DeskUnit[];
  filter: Filter;
  roles: Role[];
  justPublished: boolean;
  tried: Tried | null;
}

const NOTHING_TO_VERIFY = {};

/** The interface strings of a namespace at work, as a list of pairs. */
export function StringsDesk({ namespace, owner, units, all, filter, roles, justPublished, tried }: StringsDeskProps) {
  const { t } = useTranslation("workbench");
  return (
    <>
      <header className="desk-head">
        <p>
          <a href="/workbench">← {t("desk.back")}</a>
        </p>
        <h1>
          {t("home.strings")}: {t(`namespaces.${namespace}`)}
        </h1>
      </header>
      {justPublished && (
        <p className="done-box" role="status">
          {t("publish.done")}
        </p>
      )}
      <StringsFilter filter={filter} shown={units.length} all={all.length} />
      <Desk owner={owner} units={units} all={all} roles={roles} verify={NOTHING_TO_VERIFY} whole={false} first={false} tried={tried} />
    </>
  );
}
