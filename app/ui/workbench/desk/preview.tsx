import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ByLang, type Lang, language, ownFirst } from "../../../core/language/languages.ts";
import type { PreviewParts } from "../../../core/translation/desk-around.ts";
import { excerptOf } from "../../../core/translation/excerpt.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { ArticleBody } from "../../kit/article-body.tsx";
import { Inline } from "../../kit/inline.tsx";
import { Surface, type SurfaceName } from "./surface.tsx";
import { useDeskTools } from "./tools.ts";

interface PreviewProps {
  unit: DeskUnit;
  texts: ByLang<string>;
  parts: PreviewParts;
}

const SURFACES: readonly SurfaceName[] = ["web", "kiosk", "print"];

/** The paragraph as readers will see it, in every language, as it is typed. */
export function Preview({ unit, texts, parts }: PreviewProps) {
  const { t } = useTranslation("desk");
  const { sheets } = useDeskTools();
  const [shown, setShown] = useState<SurfaceName>("web");
  if (!sheets) return null;
  return (
    <div className="as-readers scripted">
      <fieldset className="surfaces">
        <legend className="hidden">{t("preview.surface")}</legend>
        {SURFACES.map((surface) => (
          <button key={surface} type="button" aria-pressed={surface === shown} onClick={() => setShown(surface)}>
            {t(`preview.${surface}`)}
          </button>
        ))}
      </fieldset>
      {ownFirst(unit.sourceLang).map((lang) => (
        <figure key={lang}>
          <figcaption lang={language(lang).tag}>{language(lang).name}</figcaption>
          {/* Keyed: another surface has another stylesheet from the first moment. */}
          <Surface key={shown} name={shown} lang={lang} sheet={shown === "kiosk" ? sheets.kiosk : sheets.web}>
            <Framed surface={shown}>
              <Excerpt unit={unit} lang={lang} text={texts[lang]} parts={parts} surface={shown} />
            </Framed>
          </Surface>
        </figure>
      ))}
    </div>
  );
}

/** What the surface's own rules expect around an article. */
function Framed({ surface, children }: { surface: SurfaceName; children: ReactNode }) {
  if (surface !== "kiosk") return <article className="narrow">{children}</article>;
  return (
    <div className="visit">
      <article>{children}</article>
    </div>
  );
}

function Excerpt({ unit, lang, text, parts, surface }: { unit: DeskUnit; lang: Lang; text: string; parts: PreviewParts; surface: SurfaceName }) {
  const { tree, facts, agencies, today } = parts;
  const links = surface === "kiosk" ? "words" : "live";
  const words = <Inline text={text} lang={lang} facts={facts} links={links} marks={unit.kind !== "title"} />;
  if (unit.kind === "title") return <h1>{words}</h1>;
  if (unit.kind === "summary") return <p className={surface === "kiosk" ? "summary" : "lead"}>{words}</p>;
  return (
    <ArticleBody
      lang={lang}
      tree={excerptOf(tree, unit.unit)}
      texts={{ [unit.unit]: text }}
      facts={facts}
      agencies={agencies[lang]}
      today={today}
      links={links}
    />
  );
}
