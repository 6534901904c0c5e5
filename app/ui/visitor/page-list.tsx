import { type Lang, language } from "../../core/language/languages.ts";
import { useLang } from "../kit/use-lang.ts";
import { Words } from "../kit/words.tsx";

export interface Listed {
  slug: string;
  title: string;
  summary: string;
}

type Titled = Pick<Listed, "slug" | "title">;
/** Where a page of the listed kind lives. */
type PathOf = (lang: Lang, slug: string) => string;

/** Pages by title and first sentence: the answer often stands there already. */
export function PageList({ pages, pathOf }: { pages: readonly Listed[]; pathOf: PathOf }) {
  const lang = useLang();
  return (
    <ul className="list">
      {pages.map((page) => (
        <li key={page.slug}>
          <TitleLink {...page} pathOf={pathOf} />
          <p>
            <Words text={page.summary} lang={lang} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The same by title alone, where they stand beside something else. */
export function PageLinks({ pages, pathOf }: { pages: readonly Titled[]; pathOf: PathOf }) {
  return (
    <ul className="links">
      {pages.map((page) => (
        <li key={page.slug}>
          <TitleLink {...page} pathOf={pathOf} />
        </li>
      ))}
    </ul>
  );
}

/** What else there is to read, beside a page. Nothing where there is nothing. */
export function MorePages({ id, title, pages, pathOf }: { id: string; title: string; pages: readonly Titled[]; pathOf: PathOf }) {
  if (pages.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <PageLinks pages={pages} pathOf={pathOf} />
    </section>
  );
}

/** A page by its title: in the reader's language, or in another one (`lang`), which the link then says. */
export function TitleLink({ slug, title, pathOf, lang }: Titled & { pathOf: PathOf; lang?: Lang }) {
  const own = useLang();
  const tag = lang && language(lang).tag;
  return (
    <a href={pathOf(lang ?? own, slug)} lang={tag} hrefLang={tag}>
      <Words text={title} lang={lang ?? own} />
    </a>
  );
}
