import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmergencyNumbers } from "../kit/emergency-numbers.tsx";
import { Mark } from "../kit/mark.tsx";
import { useLang } from "../kit/use-lang.ts";
import { KeptNote } from "./kept-note.tsx";
import { LanguageButtons } from "./language-buttons.tsx";
import { LanguageLinks } from "./language-links.tsx";
import { NoticeBanner } from "./notice-banner.tsx";
import type { Notice } from "./notice-list.tsx";
import { boardPath, feedbackPath, feedPath, homePath, noticesPath, phrasesPath, portalPagePath, qrPath, questionsPath } from "./paths.ts";
import { ReadingTools } from "./reading-tools.tsx";
import { SearchBox } from "./search-box.tsx";

interface Props {
  path: string;
  /** The address's query with its "?", or "". */
  query: string;
  /** False where the page itself has the search box. */
  searchBox?: boolean;
  /** Scheme and host of the portal; absent on what has no address of its own to be printed: refusals. */
  origin?: string;
  /** What has to be known before anything else. */
  urgent?: readonly Notice[];
  /** Whether an open page shows new notices by itself. */
  follows?: boolean;
  /** When the next notice begins or ends. */
  validUntil?: Date | null;
  /** The pages about the portal. */
  pages?: readonly { slug: string; title: string }[];
  /** The id of the form that is being filled in here: a change of language takes it along. */
  form?: string | undefined;
  children: ReactNode;
}

/** What every visitors' page stands in: name, search, languages; emergency numbers and imprint. */
export function PageShell({ path, query, searchBox = true, origin, urgent = [], follows = false, validUntil = null, pages = [], form, children }: Props) {
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
          {form ? <LanguageButtons path={path} form={form} /> : <LanguageLinks path={path} query={query} />}
          <ReadingTools />
        </div>
      </header>
      <NoticeBanner notices={urgent} follows={follows} validUntil={validUntil} />
      <main id="main" tabIndex={-1}>
        <KeptNote />
        {children}
        {origin && <OnPaper path={path} origin={origin} />}
      </main>
      <Footer path={path} pages={pages} />
    </>
  );
}

/** On paper alone: where the page lives, to be read by people and by telephones. */
function OnPaper({ path, origin }: { path: string; origin: string }) {
  const { t } = useTranslation("pages");
  return (
    <p className="wrap on-paper">
      <img src={qrPath(path)} alt={t("print.code")} width="96" height="96" loading="lazy" />
      <span>
        {t("print.newest")}
        <br />
        {origin + path}
      </span>
    </p>
  );
}

const IMPRINT = ["owner", "responsible", "address", "phone", "email"] as const;

function Footer({ path, pages }: { path: string; pages: readonly { slug: string; title: string }[] }) {
  const { t } = useTranslation("visitor");
  const { t: words } = useTranslation("pages");
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
        </section>
        <nav aria-label={words("foot.sections")}>
          <p className="links">
            <a href={homePath(lang)}>{common("nav.home")}</a>
            <a href={boardPath(lang)}>{t("board.page")}</a>
            <a href={noticesPath(lang)}>{words("notices.title")}</a>
            <a href={questionsPath(lang)}>{words("questions.title")}</a>
            <a href={phrasesPath(lang)}>{words("phrases.title")}</a>
          </p>
          <p className="links">
            <a href={feedbackPath(lang, path)}>{words("foot.feedback")}</a>
            {pages.map(({ slug, title }) => (
              <a key={slug} href={portalPagePath(lang, slug)}>
                {title}
              </a>
            ))}
            <a href={feedPath(lang)}>{words("foot.feed")}</a>
          </p>
        </nav>
      </div>
    </footer>
  );
}
