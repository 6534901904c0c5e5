import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** The pages of one article, each below its own address; the desk comes first, at the article's. */
const ARTICLE_PAGES = ["desk", "write", "particulars", "publish", "history"] as const;

interface ArticlePagesProps {
  slug: string;
  /** Null: a page that hangs on one of the others, and says so in `children`. */
  page: (typeof ARTICLE_PAGES)[number] | null;
  /** Further ways, for those who may go them. */
  children?: ReactNode;
}

/** The same row of ways on every page of an article: where one is, and where one can go. */
export function ArticlePages({ slug, page, children }: ArticlePagesProps) {
  const { t } = useTranslation("workbench");
  return (
    <nav className="page-links" aria-label={t("articlePages.label")}>
      {ARTICLE_PAGES.map((one) => (
        <a key={one} href={`/workbench/articles/${slug}${one === "desk" ? "" : `/${one}`}`} aria-current={one === page ? "page" : undefined}>
          {t(`articlePages.${one}`)}
        </a>
      ))}
      {children}
    </nav>
  );
}
