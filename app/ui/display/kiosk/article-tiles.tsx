import type { HeldArticle } from "../content/content.ts";
import { useKiosk } from "./kiosk-context.tsx";
import { useWords } from "./plain-words.ts";

/** Articles, or questions, as large tiles, each with its answer in short. */
export function ArticleTiles({ articles, kind = "article" }: { articles: readonly HeldArticle[]; kind?: "article" | "question" }) {
  const { send } = useKiosk();
  const words = useWords();
  return (
    <ul className="tiles articles">
      {articles.map((article) => (
        <li key={article.slug}>
          <button type="button" onClick={() => send({ kind: "opened", place: { screen: kind, slug: article.slug } })}>
            <b>{words(article, "title")}</b> <span>{words(article, "summary")}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
