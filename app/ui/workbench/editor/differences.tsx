import { useTranslation } from "react-i18next";
import { reshaped, segmentChanges, type Written } from "../../../core/articles/changes.ts";
import { type ArticleTree, walk } from "../../../core/articles/tree.ts";
import { type Lang, language } from "../../../core/language/languages.ts";
import { difference } from "../../../core/translation/difference.ts";
import { Stretches } from "../stretches.tsx";

/** So many are shown; the rest is counted. */
const MOST = 40;

interface DifferencesProps {
  before: Written;
  after: Written;
  lang: Lang;
}

/** What differs between two states of an article, segment by segment. */
export function Differences({ before, after, lang }: DifferencesProps) {
  const { t } = useTranslation(["writing", "workbench"]);
  const changes = segmentChanges(before, after);
  const kindOf = kinds(before.tree, after.tree);
  return (
    <>
      {reshaped(before.tree, after.tree) && <p>{t("differences.reshaped")}</p>}
      <ul className="w-differences">
        {changes.slice(0, MOST).map(({ segment, kind, before: was, after: is }) => (
          <li key={segment}>
            <p className="hint">
              {t(`workbench:kinds.${kindOf(segment)}`)} · {t(`differences.${kind}`)}
            </p>
            {kind === "changed" ? (
              <Stretches stretches={difference(was, is, lang)} lang={lang} />
            ) : (
              <p className="stretches" lang={language(lang).tag}>
                {kind === "added" ? <ins>{is || t("differences.empty")}</ins> : <del>{was || t("differences.empty")}</del>}
              </p>
            )}
          </li>
        ))}
      </ul>
      {changes.length > MOST && <p className="hint">{t("differences.more", { count: changes.length - MOST })}</p>}
    </>
  );
}

type SegmentKind = "title" | "summary" | "heading" | "paragraph" | "item" | "callout" | "cell";

function kinds(...trees: ArticleTree[]): (segment: string) => SegmentKind {
  const known = new Map(trees.flatMap((tree) => [...walk(tree)].map(({ id, kind }) => [id, kind as SegmentKind] as const)));
  return (segment) => (segment === "title" || segment === "summary" ? segment : (known.get(segment) ?? "paragraph"));
}
