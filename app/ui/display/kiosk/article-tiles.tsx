import { plainText } from "../../../core/articles/inline.ts";
import { formatFact } from "../../../i18n/format.ts";
import type { HeldArticle } from "./content.ts";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";

/** Articles as large tiles, each with its answer in short. */
export function ArticleTiles({ articles }: { articles: readonly HeldArticle[] }) {
  const { send } = useKiosk();
  const { lang } = useSpeech();
  return (
    <ul className="tiles articles">
      {articles.map(({ slug, texts, facts }) => {
        const read = (text: string) =>
          plainText(text, (key) => {
            const fact = facts[key];
            return fact ? formatFact(fact.value, lang) : "";
          });
        return (
          <li key={slug}>
            <button type="button" onClick={() => send({ kind: "article-opened", slug })}>
              <b>{read(texts[lang].title ?? "")}</b> <span>{read(texts[lang].summary ?? "")}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
