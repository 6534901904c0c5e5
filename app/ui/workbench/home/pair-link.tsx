import { useTranslation } from "react-i18next";
import { type ByLang, type Lang, language, ownFirst } from "../../../core/language/languages.ts";
import { NAMESPACES } from "../../../i18n/options.ts";
import { anchorOf } from "../desk/anchors.ts";

/** Which article, namespace, fact or display is meant. */
export interface NamedPair {
  kind: string;
  /** An article's slug; the namespace; a fact's key; a display's id. */
  name: string;
  titles: ByLang<string>;
}

/** The desk of a pair, at one of its units. */
export function deskAddress({ kind, name }: NamedPair, unit: string | null = null): string {
  if (kind === "display") return `/workbench/displays/${name}`;
  if (kind === "fact") return `/workbench/facts/${name}#decided`;
  const desk = `/workbench/${kind === "strings" ? "strings" : "articles"}/${name}`;
  return unit === null ? desk : `${desk}?unit=${encodeURIComponent(unit)}#${anchorOf(unit)}`;
}

/** What a pair is called, in the reader's language where it has a name there. */
export function usePairName(lang: Lang): (pair: NamedPair) => { words: string; lang: Lang } {
  const { t } = useTranslation("workbench");
  return ({ kind, name, titles }) => {
    if (kind === "strings") {
      const namespace = NAMESPACES.find((one) => one === name);
      return { words: namespace ? t(`namespaces.${namespace}`) : name, lang };
    }
    const own = ownFirst(lang).find((one) => titles[one]);
    return { words: own ? titles[own] : name, lang: own ?? lang };
  };
}

/** A pair by its name, leading to its desk. */
export function PairLink({ pair, lang, unit = null, href }: { pair: NamedPair; lang: Lang; unit?: string | null; href?: string }) {
  const name = usePairName(lang)(pair);
  return (
    <a href={href ?? deskAddress(pair, unit)} lang={language(name.lang).tag}>
      {name.words}
    </a>
  );
}
