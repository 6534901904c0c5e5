import { useTranslation } from "react-i18next";
import type { Shown } from "../../../core/displays/fleet-views.ts";
import { type Lang, language } from "../../../core/language/languages.ts";
import { Words } from "../../kit/words.tsx";

/** Screens of the devices' own: what a kiosk has on its glass, and what walls and loudspeakers show beside their items. */
const SCREENS = [
  ...(["attract", "home", "topic", "article", "gate", "gates", "notice", "notices", "question", "questions", "phrase", "phrases"] as const),
  ...(["search", "write", "clock", "quiet", "waiting"] as const),
];

/** What a display shows, in words, and in which language it shows it. */
export function ShownWords({ shown, shownIn, lang }: { shown: Shown; shownIn: Lang | null; lang: Lang }) {
  const { t } = useTranslation("fleet");
  const screen = SCREENS.find((one) => one === shown.word);
  const kind = shown.kind ? t(`items.${shown.kind}`) : screen ? t(`screens.${screen}`) : shown.word;
  return (
    <>
      {shown.name ? <Words text={`${kind}: ${shown.name[lang]}`} lang={lang} /> : kind}
      {shownIn && (
        <>
          {" "}
          <span className="hint" lang={language(shownIn).tag}>
            {language(shownIn).name}
          </span>
        </>
      )}
    </>
  );
}
