import { memo, type ReactNode } from "react";
import { pictureOf, sourcesOf } from "../../../core/articles/picture.ts";
import { language, ownFirst } from "../../../core/language/languages.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { Chip } from "../state-chip.tsx";
import { anchorOf, fieldOf } from "./anchors.ts";
import { useDeskTools } from "./tools.ts";
import { nameOf } from "./unit-name.ts";

interface UnitRowProps {
  unit: DeskUnit;
  /** Something typed here is not saved yet. */
  unsaved: boolean;
  /** How much was said about it that nobody has settled. */
  openComments: number;
  /** Names of those who are at it, as one text; "": nobody. */
  people: string;
  /** What a row without words shows in their place. */
  structure?: ReactNode;
  /** The fields, where the row is being worked on. */
  children?: ReactNode;
}

/** One pair, source beside translation, as plain words: there may be a thousand. Drawn again only when it changes itself. */
export const UnitRow = memo(function UnitRow({ unit, unsaved, openComments, people, structure, children }: UnitRowProps) {
  const { t, verify, drafts, preview } = useDeskTools();
  const anchor = anchorOf(unit.unit);
  const active = children !== undefined;
  const name = nameOf(unit, (kind) => t(`kinds.${kind}`));
  const agency = verify[unit.unit];
  const picture = preview && (unit.kind === "alt" || unit.kind === "caption") ? pictureOf(preview.tree, unit.unit) : null;
  return (
    <li className={active ? "unit is-active" : "unit"} id={anchor} data-state={unit.state} data-unit={unit.unit}>
      <div className="unit-head">
        <h3>{unit.kind === "string" ? <code>{name}</code> : name}</h3>
        <Chip state={unit.state} word={t(`states.${unit.state}`)} />
        {unit.returned && <span className="tag">{t("desk:marks.returned")}</span>}
        {unsaved && <span className="tag">{t("desk.unsaved")}</span>}
        {agency && <span className="verify">{t("desk.verify", { agency })}</span>}
        {openComments > 0 && <span className="hint">{t("desk:marks.comments", { count: openComments })}</span>}
        {people && <span className="people">{t("desk:marks.people", { names: people })}</span>}
        {!active && (
          <a
            className="open-unit"
            href={`?unit=${encodeURIComponent(unit.unit)}#${anchor}`}
            aria-label={t("desk:openUnit", { unit: name, words: firstWords(unit) })}
          >
            {t("desk:open")}
          </a>
        )}
      </div>
      {/* What is said of it stands below: that is its text. */}
      {picture && <img className="unit-picture" src={sourcesOf(picture).src} alt="" width={picture.width} height={picture.height} loading="lazy" />}
      {children ?? structure ?? (
        <div className="pair">
          {ownFirst(unit.sourceLang).map((lang) => (
            <p key={lang} className="side words" lang={language(lang).tag} data-lang={lang}>
              {drafts.of(fieldOf(unit.unit, lang))?.text ?? unit.words[lang].text}
            </p>
          ))}
        </div>
      )}
    </li>
  );
});
/** So many characters tell one paragraph from another. */
const TELLING = 40;
const firstWords = (unit: DeskUnit): string => [...unit.words[unit.sourceLang].text].slice(0, TELLING).join("");
