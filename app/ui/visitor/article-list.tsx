import { useLang } from "../kit/use-lang.ts";
import { Words } from "../kit/words.tsx";
import { articlePath } from "./paths.ts";

export interface Listed {
  slug: string;
  title: string;
  summary: string;
}

/** Articles by title and first sentence: the answer often stands there already. */
export function ArticleList({ articles }: { articles: readonly Listed[] }) {
  const lang = useLang();
  return (
    <ul className="list">
      {articles.map(({ slug, title, summary }) => (
        <li key={slug}>
          <a href={articlePath(lang, slug)}>
            <Words text={title} lang={lang} />
          </a>
          <p>
            <Words text={summary} lang={lang} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The same by title alone, where they stand beside something else. */
export function ArticleLinks({ articles }: { articles: readonly Pick<Listed, "slug" | "title">[] }) {
  const lang = useLang();
  return (
    <ul className="links">
      {articles.map(({ slug, title }) => (
        <li key={slug}>
          <a href={articlePath(lang, slug)}>
            <Words text={title} lang={lang} />
          </a>
        </li>
      ))}
    </ul>
  );
}
