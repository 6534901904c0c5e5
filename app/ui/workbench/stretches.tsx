import { useTranslation } from "react-i18next";
import { type Lang, language } from "../../core/language/languages.ts";
import type { Stretch } from "../../core/translation/difference.ts";
import { useLang } from "../kit/use-lang.ts";

/** What changed in a text: told by line and colour to the eye, by words to who listens. */
export function Stretches({ stretches, lang }: { stretches: Stretch[]; lang: Lang }) {
  const { t } = useTranslation("workbench");
  if (stretches.every(({ kind }) => kind === "same")) return <p className="hint">{t("desk.noChange")}</p>;
  return (
    <p className="stretches" lang={language(lang).tag}>
      {stretches.map(({ kind, text }, index) => {
        // Stretches have no identity but their place: the list is never reordered.
        const key = `${index}${kind}`;
        if (kind === "same") return <span key={key}>{text}</span>;
        const Changed = kind === "added" ? "ins" : "del";
        return (
          <Changed key={key}>
            <Spoken words={t(`desk.${kind}`)} />
            {text}
          </Changed>
        );
      })}
    </p>
  );
}

/** In the page's own language, whatever the text around it is in. */
function Spoken({ words }: { words: string }) {
  return (
    <span className="hidden" lang={language(useLang()).tag}>
      {words}{" "}
    </span>
  );
}
