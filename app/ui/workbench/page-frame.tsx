import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGES, type Lang } from "../../core/language/languages.ts";
import { may, type Role } from "../../core/people/roles.ts";
import { Mark } from "../kit/mark.tsx";

export interface SignedIn {
  name: string;
  roles: Role[];
}

interface PageFrameProps {
  /** Null before sign-in. */
  who: SignedIn | null;
  lang: Lang;
  /** Where a change of language comes back to: path and query. */
  here: string;
  children: ReactNode;
}

/** What stands around every page of the workbench. Its links load whole documents, so that each page is complete by itself. */
export function PageFrame({ who, lang, here, children }: PageFrameProps) {
  const { t } = useTranslation(["workbench", "common"]);
  return (
    <>
      <a className="skip" href="#main">
        {t("common:nav.skip")}
      </a>
      <header className="top">
        <a className="brand" href="/workbench">
          <Mark />
          <span>
            {t("common:site.name")} <span className="brand-part">{t("name")}</span>
          </span>
        </a>
        {who && <MainLinks roles={who.roles} lang={lang} here={here} />}
        <LanguageSwitch lang={lang} here={here} />
        {who && (
          <form className="who" method="post" action="/workbench/sign-out">
            <span>
              <b>{who.name}</b>
              <small>{who.roles.map((role) => t(`roles.${role}`)).join(" · ")}</small>
            </span>
            <button type="submit">{t("session.signOut")}</button>
          </form>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function MainLinks({ roles, lang, here }: { roles: Role[]; lang: Lang; here: string }) {
  const { t } = useTranslation("workbench");
  const link = (href: string, words: string) => (
    <a href={href} aria-current={here.split("?")[0] === href ? "page" : undefined}>
      {words}
    </a>
  );
  return (
    <nav aria-label={t("nav.label")}>
      {link("/workbench", t("nav.home"))}
      {may(roles, "gates.report") && link("/workbench/gates", t("nav.gates"))}
      {may(roles, "messages.answer") && link("/workbench/messages", t("nav.messages"))}
      {may(roles, "words.edit") && link("/workbench/misses", t("misses.title"))}
      {may(roles, "people.invite") && link("/workbench/people", t("nav.people"))}
      <a href={`/${lang}`}>{t("nav.site")}</a>
    </nav>
  );
}

function LanguageSwitch({ lang, here }: { lang: Lang; here: string }) {
  const { t } = useTranslation("workbench");
  return (
    <form className="languages" method="post" action="/workbench/language" aria-label={t("session.language")}>
      <input type="hidden" name="next" value={here} />
      {LANGUAGES.map(({ code, tag, name }) => (
        <button key={code} type="submit" name="lang" value={code} lang={tag} aria-pressed={code === lang}>
          {name}
        </button>
      ))}
    </form>
  );
}
