import { useTranslation } from "react-i18next";
import { type Lang, language, ownFirst } from "../../core/language/languages.ts";
import { EmergencyNumbers } from "../kit/emergency-numbers.tsx";
import { Mark } from "../kit/mark.tsx";
import { phrasesPath } from "./paths.ts";

/** What the service worker shows when there is neither a link nor a kept copy: in every language, with what still helps. It fills in the list of kept pages. */
export function OfflinePage({ first }: { first: Lang }) {
  return (
    <main className="choice">
      <Mark />
      {ownFirst(first).map((lang) => (
        <InLanguage key={lang} lang={lang} />
      ))}
      <ul id="kept-pages" className="list" />
    </main>
  );
}

/** `data-keep`: the service worker keeps where such links lead, always. */
function InLanguage({ lang }: { lang: Lang }) {
  const { t } = useTranslation("tools", { lng: lang });
  return (
    <section lang={language(lang).tag}>
      <h1>{t("offline.title")}</h1>
      <p>{t("offline.body")}</p>
      <p>
        <a className="pill" href={phrasesPath(lang)} hrefLang={language(lang).tag} data-keep="">
          {t("offline.phrases")}
        </a>
      </p>
      <EmergencyNumbers lang={lang} />
    </section>
  );
}
