import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGES, type Lang } from "../../core/language/languages.ts";
import { may, type Role } from "../../core/people/roles.ts";
import { Mark } from "../kit/mark.tsx";
import { leadsTo, MainLinks } from "./main-links.tsx";
import { WorkSearchField } from "./search/work-search-field.tsx";

export interface SignedIn {
  name: string;
  roles: Role[];
  /** How much of the inbox was not read. */
  unread: number;
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
        {who ? (
          <>
            <a className="top-inbox" href={INBOX} aria-current={leadsTo(here, INBOX)}>
              <InboxWords unread={who.unread} />
            </a>
            {/* In a narrow window it opens and closes what follows; in a wide one all of that is in sight. */}
            <details className="menu">
              <summary>{t("nav.menu")}</summary>
            </details>
            <div className="top-rest">
              {may(who.roles, "words.read") && <WorkSearchField query="" named />}
              <LanguageSwitch lang={lang} here={here} />
              <Who who={who} />
              <MainLinks roles={who.roles} lang={lang} here={here} />
            </div>
          </>
        ) : (
          <LanguageSwitch lang={lang} here={here} />
        )}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {who && <script type="module" src="/workbench.js" />}
      {who && may(who.roles, "words.edit") && <script type="module" src="/in-place.js" />}
    </>
  );
}

const INBOX = "/workbench/inbox";

function Who({ who }: { who: SignedIn }) {
  const { t } = useTranslation("workbench");
  return (
    <form className="who" method="post" action="/workbench/sign-out">
      <span>
        <a href="/workbench/account">
          <b>{who.name}</b>
        </a>
        <small>{who.roles.map((role) => t(`roles.${role}`)).join(" · ")}</small>
      </span>
      <button type="submit">{t("session.signOut")}</button>
    </form>
  );
}

function InboxWords({ unread }: { unread: number }) {
  const { t } = useTranslation("workbench");
  return (
    <>
      {t("inbox.title")}
      {unread > 0 && (
        <>
          {" "}
          <span className="badge" aria-hidden="true">
            {unread}
          </span>
          <span className="hidden">({t("inbox.count", { count: unread })})</span>
        </>
      )}
    </>
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
