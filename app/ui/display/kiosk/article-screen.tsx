import { memo, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { isOverdue } from "../../../core/facts/fact.ts";
import { hanoiDay } from "../../../core/facts/gate-status.ts";
import type { Lang } from "../../../core/language/languages.ts";
import { formatDay } from "../../../i18n/format.ts";
import { ArticleBody } from "../../kit/article-body.tsx";
import { Inline } from "../../kit/inline.tsx";
import { ArticleTiles } from "./article-tiles.tsx";
import { useNow } from "./clock.tsx";
import { articleOf, articlesOf, type HeldArticle, type KioskContent } from "./content.ts";
import { useScroller } from "./frame.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { type ReadingPlace, readingPlace, returnTo } from "./reading-place.ts";
import { agencyName } from "./statuses.ts";

/** An article as a large touch page. Another language or a new edition leaves the reader at the same segment. */
export function ArticleScreen({ slug }: { slug: string }) {
  const { state } = useKiosk();
  const { t, lang } = useSpeech();
  const today = hanoiDay(useNow());
  const article = articleOf(state.content, slug);
  useKeptPlace(lang, state.content);
  if (!article) return null;
  const related = articlesOf(state.content, article.about.topic).filter((other) => other.slug !== slug);
  return (
    <>
      {/* Keyed by language: the words of one never stand under the tag of the other, not for a frame. */}
      <Page key={lang} article={article} content={state.content} lang={lang} today={today} />
      {related.length > 0 && (
        <section className="related">
          <h2>{t("article.others")}</h2>
          <ArticleTiles articles={related} />
        </section>
      )}
    </>
  );
}

/** Drawn anew when its words change, not every second. */
const Page = memo(function Page({ article, content, lang, today }: { article: HeldArticle; content: KioskContent; lang: Lang; today: string }) {
  const { common } = useSpeech();
  const { tree, facts, about } = article;
  const texts = article.texts[lang];
  const day = useMemo(() => new Date(`${today}T05:00:00Z`), [today]);
  const agencies = useMemo(
    () =>
      Object.fromEntries(content.agencies.map((agency) => [agency.key, { name: agencyName(content.agencies, agency.key, day, lang), phone: agency.phone }])),
    [content.agencies, day, lang],
  );
  return (
    <article>
      <h1 id="s-title" tabIndex={-1}>
        <Inline text={texts.title ?? ""} lang={lang} facts={facts} links="words" marks={false} />
      </h1>
      <p className="summary" id="s-summary">
        <Inline text={texts.summary ?? ""} lang={lang} facts={facts} links="words" />
      </p>
      <p className="meta">
        <span>{common("fact.agency", { agency: agencies[about.agency]?.name ?? about.agency })}</span>
        {about.verifiedOn ? (
          <span>{common("mark.verified", { day: formatDay(about.verifiedOn, lang) })}</span>
        ) : (
          <span className="verify">{common("mark.notVerified")}</span>
        )}
        {isOverdue(about, today) && <span className="verify">{common("mark.overdue")}</span>}
      </p>
      <ArticleBody lang={lang} tree={tree} texts={texts} facts={facts} agencies={agencies} today={today} links="words" />
    </article>
  );
});

/** Remembers the segment at the upper edge, and brings it back there when the words around it have changed. */
function useKeptPlace(lang: Lang, content: KioskContent): void {
  const scroller = useScroller();
  const place = useRef<ReadingPlace | null>(null);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const remember = () => {
      place.current = readingPlace(element);
    };
    element.addEventListener("scroll", remember, { passive: true });
    return () => element.removeEventListener("scroll", remember);
  }, [scroller]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what changes the words
  useLayoutEffect(() => {
    if (scroller.current && place.current) returnTo(scroller.current, place.current);
  }, [lang, content]);
}
