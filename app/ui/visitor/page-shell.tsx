import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmergencyNumbers } from "../kit/emergency-numbers.tsx";
import { Mark } from "../kit/mark.tsx";
import { useLang } from "../kit/use-lang.ts";
import { LanguageLinks } from "./language-links.tsx";
import { boardPath, homePath } from "./paths.ts";
import { SearchBox } from "./search-box.tsx";

interface Props {
  path: string;
  /** The address's query with its "?", or "". */
  query: string;
  /** False where the page itself has the search box. */
  searchBox?: boolean;
  children: ReactNode;
}

/** What every visitors' page stands in: name, search, languages; emergency numbers and imprint. */
export function PageShell({ path, query, searchBox = true, children }: Props) {
  const { t } = useTranslation("common");
  const lang = useLang();
  return (
    <>
      <a className="skip" href="#main">
        {t("nav.skip")}
      </a>
      <header className="top">
        <div className="wrap bar">
          <a className="brand" href={homePath(lang)}>
            <Mark />
            <span>
              {t("site.name")} <small>{t("site.title")}</small>
            </span>
          </a>
          {searchBox && <SearchBox />}
          <LanguageLinks path={path} query={query} />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}

const IMPRINT = ["owner", "responsible", "address", "phone", "email"] as const;

function Footer() {
  const { t } = useTranslation("visitor");
  const { t: common } = useTranslation("common");
  const lang = useLang();
  return (
    <footer className="foot">
      <div className="wrap">
        <section aria-labelledby="emergency">
          <h2 id="emergency">{common("emergency.title")}</h2>
          <EmergencyNumbers lang={lang} />
        </section>
        <section aria-labelledby="imprint">
          <h2 id="imprint">{t("imprint.title")}</h2>
          <p>{t("imprint.about")}</p>
          <dl className="imprint">
            {IMPRINT.map((field) => (
              <div key={field}>
                <dt>{t(`imprint.${field}`)}</dt>
                <dd>{t("imprint.none")}</dd>
              </div>
            ))}
          </dl>
          <p className="links">
            <a href={homePath(lang)}>{common("nav.home")}</a>
            <a href={boardPath(lang)}>{t("board.page")}</a>
          </p>
        </section>
      </div>
    </footer>
  );
}
