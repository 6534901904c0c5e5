import { useTranslation } from "react-i18next";
import { type Lang, language, ownFirst } from "../../core/language/languages.ts";
import { EmergencyNumbers } from "../kit/emergency-numbers.tsx";
import { Mark } from "../kit/mark.tsx";

/** The first page of all: every language on screen as an equal, the likelier first. The link remembers the choice. */
export function LanguageChoice({ first }: { first: Lang }) {
  return (
    <main className="choice">
      <Mark />
      {ownFirst(first).map((lang) => (
        <Choice key={lang} lang={lang} />
      ))}
    </main>
  );
}

function Choice({ lang }: { lang: Lang }) {
  const { tag, name } = language(lang);
  const { t } = useTranslation("visitor", { lng: lang });
  const { t: common } = useTranslation("common", { lng: lang });
  return (
    <section lang={tag}>
      <h1>
        {common("site.name")} <small>{common("site.title")}</small>
      </h1>
      <a href={`/choose/${lang}`} hrefLang={tag}>
        <b>{name}</b> {t("choice.start")}
      </a>
      <EmergencyNumbers lang={lang} />
    </section>
  );
}
