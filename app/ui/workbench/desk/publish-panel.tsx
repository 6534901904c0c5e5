import { useTranslation } from "react-i18next";
import { language, ownFirst } from "../../../core/language/languages.ts";
import { may, type Role } from "../../../core/people/roles.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { Stretches } from "../stretches.tsx";
import { anchorOf } from "./anchors.ts";

interface PublishPanelProps {
  units: DeskUnit[];
  roles: Role[];
  /** An article goes out whole; strings go out pair by pair, as they are approved. */
  whole: boolean;
  /** Where an article's publication is looked at and decided. */
  publishAt: string | undefined;
  /** Readers have never seen any of it. */
  first: boolean;
}

/** What publishing would change for readers, in every language, before anybody does it. */
export function PublishPanel({ units, roles, whole, publishAt, first }: PublishPanelProps) {
  const { t } = useTranslation(["workbench", "publishing"]);
  const waiting = units.filter((unit) => unit.state !== "approved" && unit.state !== "published");
  const ready = units.filter((unit) => unit.state === "approved");
  const differing = units.filter((unit) => unit.state !== "published");
  const going = whole ? differing : ready;
  const blocked = whole && waiting.length > 0;

  return (
    <section className="sheet publish" aria-labelledby="publish">
      <h2 id="publish">{t("publish.title")}</h2>
      <p>{situation()}</p>
      {blocked && waiting[0] && (
        <p>
          <a href={`#${anchorOf(waiting[0].unit)}`}>{t("publish.firstWaiting")}</a>
        </p>
      )}
      {publishAt && (
        <p className="page-links">
          <a href={publishAt}>{t("publishing:pages.publish")}</a>
        </p>
      )}
      {!whole && going.length > 0 && (
        <details open={going.length <= 12}>
          <summary>{t("publish.differing", { count: going.length })}</summary>
          <ul className="changes">
            {going.map((unit) => (
              <ChangeForReaders key={unit.unit} unit={unit} />
            ))}
          </ul>
        </details>
      )}
      {!whole && going.length > 0 && may(roles, "pair.publish") && (
        <form method="post">
          <input type="hidden" name="intent" value="publish" />
          {going.map((unit) => (
            <input key={unit.unit} type="hidden" name="key" value={unit.unit} />
          ))}
          <button className="primary" type="submit">
            {t("publish.submitStrings", { count: going.length })}
          </button>
        </form>
      )}
      {!whole && going.length > 0 && !may(roles, "pair.publish") && <p className="hint">{t("publish.notAllowed")}</p>}
    </section>
  );

  function situation(): string {
    if (whole && differing.length === 0) return t("publish.upToDate");
    if (blocked) return t("publish.waiting", { count: waiting.length });
    if (!whole && ready.length === 0) return t("publish.nothingStrings");
    return first ? t("publish.first", { count: units.length }) : t("publish.changes", { count: going.length });
  }
}

function ChangeForReaders({ unit }: { unit: DeskUnit }) {
  const { t } = useTranslation("workbench");
  const name = unit.kind === "string" ? unit.unit : t(`kinds.${unit.kind}`);
  return (
    <li>
      <a href={`#${anchorOf(unit.unit)}`}>{name}</a>
      {unit.kind === "structure" ? (
        <p>{t("publish.structureChanges")}</p>
      ) : (
        <div className="pair">
          {ownFirst(unit.sourceLang).map((lang) => (
            <div key={lang} className="side">
              <span className="hint" lang={language(lang).tag}>
                {language(lang).name}
              </span>
              {unit.forReaders && <Stretches stretches={unit.forReaders[lang]} lang={lang} />}
            </div>
          ))}
        </div>
      )}
    </li>
  );
}
