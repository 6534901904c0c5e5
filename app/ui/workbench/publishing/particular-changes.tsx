import { useTranslation } from "react-i18next";
import type { ArticleAbout } from "../../../core/articles/article.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { ParticularChange } from "../../../core/workflow/changes.ts";
import type { Names } from "../../../core/workflow/publishing-views.ts";
import { formatDateTime, formatDay } from "../../../i18n/format.ts";
import { Stretches } from "../stretches.tsx";
import { ChangeGroup } from "./change-group.tsx";

interface ParticularChangesProps {
  changes: ParticularChange[];
  names: Names;
  lang: Lang;
}

/** What changed about an article besides its words and structure, in the member's language. */
export function ParticularChanges({ changes, names, lang }: ParticularChangesProps) {
  const { t } = useTranslation("publishing");
  if (changes.length === 0) return null;
  return (
    <ChangeGroup title={t("changes.particulars")}>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {t(`particulars.${field}`)}
          <Stretches
            lang={lang}
            stretches={[
              { kind: "removed", text: words(field, before) },
              { kind: "added", text: words(field, after) },
            ]}
          />
        </li>
      ))}
    </ChangeGroup>
  );

  /** `value`: what the particulars hold under this name. */
  function words<Field extends keyof ArticleAbout>(field: Field, value: unknown): string {
    switch (field) {
      case "kind":
        return t(`articleKinds.${value as ArticleAbout["kind"]}`);
      case "topic":
        return value === "" ? t("noTopic") : (names.topics[value as string] ?? String(value));
      case "gates": {
        const gates = value as ArticleAbout["gates"];
        return gates.length ? gates.map((gate) => names.gates[gate] ?? gate).join(" · ") : t("allGates");
      }
      case "agency":
        return names.agencies[value as string] ?? String(value);
      case "notice":
        return noticeWords(value as ArticleAbout["notice"]);
      default:
        return typeof value === "string" ? formatDay(value, lang) : t("noDay");
    }
  }

  function noticeWords(terms: ArticleAbout["notice"]): string {
    if (!terms) return t("noNotice");
    const from = formatDateTime(new Date(terms.from), lang);
    const level = t(`levels.${terms.level}`);
    return terms.until ? t("notice.until", { level, from, until: formatDateTime(new Date(terms.until), lang) }) : t("notice.open", { level, from });
  }
}
