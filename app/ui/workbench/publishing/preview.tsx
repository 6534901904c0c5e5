import { useTranslation } from "react-i18next";
import { type Lang, language, ownFirst } from "../../../core/language/languages.ts";
import type { PreviewView } from "../../../core/workflow/publishing-views.ts";
import { ArticleBody } from "../../kit/article-body.tsx";
import { Inline } from "../../kit/inline.tsx";

/** The article as readers would find it, in every language side by side. */
export function Preview({ preview, lang }: { preview: PreviewView; lang: Lang }) {
  const { t } = useTranslation("publishing");
  const { tree, texts, facts, agencies, today } = preview;
  return (
    <section className="sheet" aria-labelledby="preview">
      <h2 id="preview">{t("preview.title")}</h2>
      <p className="hint">{t("preview.lead")}</p>
      <div className="preview">
        {ownFirst(lang).map((code) => (
          <article key={code} lang={language(code).tag} aria-label={language(code).name}>
            <p className="preview-title">
              <Inline text={texts[code].title ?? ""} lang={code} facts={facts} />
            </p>
            <p className="preview-summary">
              <Inline text={texts[code].summary ?? ""} lang={code} facts={facts} />
            </p>
            <ArticleBody lang={code} tree={tree} texts={texts[code]} facts={facts} agencies={agencies[code]} today={today} headingBase={3} anchored={false} />
          </article>
        ))}
      </div>
    </section>
  );
}
