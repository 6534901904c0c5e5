import { useTranslation } from "react-i18next";
import { type ByLang, type Lang, language, ownFirst } from "../../../core/language/languages.ts";
import type { Stretch } from "../../../core/translation/difference.ts";
import { type Changes, type FactDifference, isNoChange } from "../../../core/workflow/changes.ts";
import type { Names } from "../../../core/workflow/publishing-views.ts";
import { formatFact } from "../../../i18n/format.ts";
import { anchorOf } from "../desk/anchors.ts";
import { Stretches } from "../stretches.tsx";
import { ChangeGroup } from "./change-group.tsx";
import { ParticularChanges } from "./particular-changes.tsx";

interface ChangeListProps {
  changes: Changes;
  names: Names;
  lang: Lang;
  /** Of the article, for the way to each segment at the desk. */
  slug: string;
}

/** Everything that is not the same for readers, in every language side by side. */
export function ChangeList({ changes, names, lang, slug }: ChangeListProps) {
  const { t } = useTranslation(["publishing", "workbench"]);
  const { segments, structure, particulars, facts } = changes;
  if (isNoChange(changes)) return <p>{t("changes.none")}</p>;
  return (
    <div className="change-list">
      <ParticularChanges changes={particulars} names={names} lang={lang} />
      {structure.length > 0 && (
        <ChangeGroup title={t("changes.structure")}>
          {structure.map(({ id, kind, what }) => (
            <li key={`${id} ${what}`}>
              {t(`workbench:kinds.${kind}`)} <code>{id}</code>: <b>{t(`changes.nodes.${what}`)}</b>
            </li>
          ))}
        </ChangeGroup>
      )}
      {facts.length > 0 && (
        <ChangeGroup title={t("changes.facts")}>
          {facts.map((fact) => (
            <li key={fact.key}>
              <FactChange fact={fact} lang={lang} />
            </li>
          ))}
        </ChangeGroup>
      )}
      {segments.length > 0 && (
        <ChangeGroup title={t("changes.words")}>
          {segments.map(({ segment, kind, what, texts }) => (
            <li key={segment}>
              <a href={deskAddress(slug, segment)}>{t(`workbench:kinds.${kind}`)}</a> <span className="hint">{t(`changes.segments.${what}`)}</span>
              <Sides texts={texts} lang={lang} />
            </li>
          ))}
        </ChangeGroup>
      )}
    </div>
  );
}

/** A segment's place at the article's desk. */
export const deskAddress = (slug: string, unit: string): string => `/workbench/articles/${slug}?unit=${encodeURIComponent(unit)}#${anchorOf(unit)}`;

interface SidesProps {
  texts: ByLang<Stretch[]>;
  /** What stands there, to be shown where nothing changed. */
  plain?: ByLang<string> | null;
  lang: Lang;
}

/** What changed in each language, the member's own first. */
export function Sides({ texts, plain = null, lang }: SidesProps) {
  return (
    <div className="pair">
      {ownFirst(lang).map((code) => (
        <div key={code} className="side">
          <span className="hint" lang={language(code).tag}>
            {language(code).name}
          </span>
          {plain && texts[code].every(({ kind }) => kind === "same") ? (
            <p lang={language(code).tag}>{plain[code]}</p>
          ) : (
            <Stretches stretches={texts[code]} lang={code} />
          )}
        </div>
      ))}
    </div>
  );
}

function FactChange({ fact: { key, before, after }, lang }: { fact: FactDifference; lang: Lang }) {
  const { t } = useTranslation("publishing");
  const known = after ?? before;
  const written = (code: Lang): Stretch[] => [
    ...(before ? [{ kind: "removed" as const, text: formatFact(before.value, code) }] : []),
    ...(after ? [{ kind: "added" as const, text: formatFact(after.value, code) }] : []),
  ];
  const sameValue = before !== null && after !== null && JSON.stringify(before.value) === JSON.stringify(after.value);
  return (
    <>
      <b>{known?.label[lang] ?? key}</b>{" "}
      <span className="hint">
        {t(before ? (after ? (sameValue ? "changes.fact.standing" : "changes.fact.changed") : "changes.fact.removed") : "changes.fact.added")}
      </span>
      {!sameValue && (
        <div className="pair">
          {ownFirst(lang).map((code) => (
            <div key={code} className="side">
              <span className="hint" lang={language(code).tag}>
                {language(code).name}
              </span>
              <Stretches stretches={written(code)} lang={code} />
            </div>
          ))}
        </div>
      )}
    </>
  );
}
