import { useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { detailsIn } from "../../core/errors.ts";
import { type Lang, language, ownFirst } from "../../core/language/languages.ts";
import { EmergencyNumbers } from "./emergency-numbers.tsx";
import stylesheet from "./error-page.css?url";
import { Mark } from "./mark.tsx";
import { refusalOf, type ShownRefusal } from "./route-refusal.ts";
import { useServerNotes } from "./server-notes.ts";
import { useLang } from "./use-lang.ts";

/** The error page of a route's ErrorBoundary. */
export function RouteErrorPage() {
  return <ErrorPage {...refusalOf(useRouteError(), useServerNotes().failure)} />;
}

/**
 * What was refused or went wrong, in every language as equals, the visitor's own first; what to do next; and the emergency numbers,
 * because somebody may have come for them. Brings its own stylesheet: it stands also where no layout does.
 */
export function ErrorPage(refusal: ShownRefusal) {
  return (
    <main className="refusal">
      <link rel="stylesheet" href={stylesheet} />
      <Mark />
      {ownFirst(useLang()).map((lang) => (
        <InLanguage key={lang} lang={lang} {...refusal} />
      ))}
    </main>
  );
}

function InLanguage({ lang, code, details }: ShownRefusal & { lang: Lang }) {
  const { t } = useTranslation("errors", { lng: lang });
  const { t: common } = useTranslation("common", { lng: lang });
  const emergency = `emergency-${lang}`;
  return (
    <section lang={language(lang).tag}>
      <h1>{t(`${code}.title`)}</h1>
      <p>{t(`${code}.body`, detailsIn(details, lang))}</p>
      {typeof details.id === "string" && <p className="refusal-id">{t("page.id", { id: details.id })}</p>}
      <p className="refusal-next">
        {code === "sign_in_needed" && <a href="/workbench/sign-in">{t("page.signIn")}</a>}
        <a href={`/${lang}`} hrefLang={language(lang).tag}>
          {t("page.home")}
        </a>
      </p>
      <h2 id={emergency}>{common("emergency.title")}</h2>
      <EmergencyNumbers lang={lang} />
    </section>
  );
}

/** The title of an error page's document: in the visitor's own language. */
export function ErrorTitle({ code }: Pick<ShownRefusal, "code">) {
  const { t } = useTranslation("errors");
  return <title>{t(`${code}.title`)}</title>;
}
