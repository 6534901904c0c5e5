import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Lang } from "../../core/language/languages.ts";
import { may, type Role } from "../../core/people/roles.ts";

interface MainLinksProps {
  roles: Role[];
  lang: Lang;
  /** Path and query of the page. */
  here: string;
}

interface MainLink {
  href: string;
  words: ReactNode;
  /** Not for every day: where there are many links, it stands in a menu of their own. */
  rare?: boolean;
}

/** So many links stand side by side in one row of a small desktop window, in either language. */
const IN_ONE_ROW = 7;

export const leadsTo = (here: string, href: string) => (here.split("?")[0] === href ? "page" : undefined);

/** The ways to everything that the member may do. */
export function MainLinks({ roles, lang, here }: MainLinksProps) {
  const { t } = useTranslation("workbench");
  const links = useLinks(roles);
  const folded = links.length >= IN_ONE_ROW ? links.filter(({ rare }) => rare) : [];
  const draw = ({ href, words }: MainLink) => (
    <a key={href} href={href} aria-current={leadsTo(here, href)}>
      {words}
    </a>
  );
  return (
    <nav aria-label={t("nav.label")}>
      {links.filter((link) => !folded.includes(link)).map(draw)}
      {folded.length > 0 && (
        <div className="more-place">
          {/* In a wide window it opens and closes what follows; in the menu of a narrow one all of that is in sight. */}
          <details className="more">
            <summary aria-current={folded.some(({ href }) => leadsTo(here, href)) || undefined}>{t("nav.more")}</summary>
          </details>
          <div className="more-links">{folded.map(draw)}</div>
        </div>
      )}
      <a href={`/${lang}`}>{t("nav.site")}</a>
    </nav>
  );
}

function useLinks(roles: Role[]): MainLink[] {
  const { t } = useTranslation("workbench");
  const { t: writing } = useTranslation("writing");
  const { t: records } = useTranslation("records");
  const { t: desk } = useTranslation("desk");
  const { t: fleet } = useTranslation("fleet");
  const rare = true;
  return [
    may(roles, "words.read") && { href: "/workbench", words: t("nav.home") },
    may(roles, "article.create") && { href: "/workbench/articles/new", words: writing("new.title") },
    may(roles, "gates.report") && { href: "/workbench/gates", words: t("nav.gates") },
    may(roles, "displays.manage") && { href: "/workbench/displays", words: fleet("title") },
    may(roles, "messages.answer") && { href: "/workbench/messages", words: t("nav.messages") },
    may(roles, "words.read") && { href: "/workbench/facts", words: records("facts.title") },
    may(roles, "words.edit") && { href: "/workbench/strings", words: t("home.strings"), rare },
    may(roles, "words.edit") && { href: "#edit-strings", words: desk("inPlace.strings"), rare },
    may(roles, "words.edit") && { href: "/workbench/misses", words: t("misses.title"), rare },
    may(roles, "places.edit") && { href: "/workbench/topics", words: t("nav.topics"), rare },
    may(roles, "people.invite") && { href: "/workbench/people", words: t("nav.people"), rare },
    may(roles, "audit.read") && { href: "/workbench/audit", words: t("nav.audit"), rare },
  ].filter((link) => link !== false);
}
