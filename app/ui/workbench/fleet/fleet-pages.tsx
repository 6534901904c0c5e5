import { useTranslation } from "react-i18next";

const PAGES = { displays: "/workbench/displays", playlists: "/workbench/playlists", recordings: "/workbench/recordings" } as const;

/** The ways between the pages about displays. */
export function FleetPages({ page }: { page: keyof typeof PAGES }) {
  const { t } = useTranslation("fleet");
  const words = { displays: t("title"), playlists: t("playlists.title"), recordings: t("recordings.title") };
  return (
    <nav className="page-links" aria-label={t("title")}>
      {Object.entries(PAGES).map(([name, href]) => (
        <a key={name} href={href} aria-current={name === page ? "page" : undefined}>
          {words[name as keyof typeof PAGES]}
        </a>
      ))}
    </nav>
  );
}
