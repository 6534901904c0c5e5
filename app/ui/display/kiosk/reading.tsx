import { memo, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import type { SegmentTexts } from "../../../core/articles/article.ts";
import type { ArticleTree } from "../../../core/articles/tree.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import type { ByLang, Lang } from "../../../core/language/languages.ts";
import { ArticleBody } from "../../kit/article-body.tsx";
import { Inline } from "../../kit/inline.tsx";
import type { KioskContent } from "../content/content.ts";
import { agencyName } from "../content/statuses.ts";
import { useScroller } from "./frame.tsx";
import { Icon } from "./icons.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { linksIn } from "./links-in.ts";
import { type ReadingPlace, readingPlace, returnTo } from "./reading-place.ts";
import { useToday } from "./today.ts";

/** What is read: an article, a question with its answer, a notice. */
export interface Readable {
  tree: ArticleTree;
  texts: ByLang<SegmentTexts>;
  facts: Record<string, Fact>;
}

interface Props {
  of: Readable;
  /** Above the title. */
  above?: ReactNode;
  /** What stands between the summary and the text. */
  meta: ReactNode;
}

/** A text as a large touch page. Another language or a new edition leaves the reader at the same segment. */
export function Reading({ of, above, meta }: Props) {
  const { state } = useKiosk();
  const { lang } = useSpeech();
  const today = useToday();
  useKeptPlace(lang, state.content);
  return (
    <article>
      {above}
      {/* Keyed by language: the words of one never stand under the tag of the other, not for a frame. */}
      <Head key={`head ${lang}`} of={of} lang={lang} />
      {meta}
      <Body key={`body ${lang}`} of={of} content={state.content} lang={lang} today={today} />
      <OutsideAddresses of={of} lang={lang} />
    </article>
  );
}

function Head({ of: { texts, facts }, lang }: { of: Readable; lang: Lang }) {
  return (
    <>
      <h1 id="s-title" tabIndex={-1}>
        <Inline text={texts[lang].title ?? ""} lang={lang} facts={facts} links="words" marks={false} />
      </h1>
      <p className="summary" id="s-summary">
        <Inline text={texts[lang].summary ?? ""} lang={lang} facts={facts} links="words" />
      </p>
    </>
  );
}

/** Drawn anew when its words change, not every second. */
const Body = memo(function Body({ of, content, lang, today }: { of: Readable; content: KioskContent; lang: Lang; today: string }) {
  const agencies = useAgencies(content, lang);
  return <ArticleBody lang={lang} tree={of.tree} texts={of.texts[lang]} facts={of.facts} agencies={agencies} today={today} links="words" />;
});

/** The agencies by their names of the day. */
export function useAgencies({ agencies }: KioskContent, lang: Lang): Record<string, { name: string; phone: string | null }> {
  const day = useToday();
  return useMemo(() => {
    const now = new Date(`${day}T05:00:00Z`);
    return Object.fromEntries(agencies.map((agency) => [agency.key, { name: agencyName(agencies, agency.key, now, lang), phone: agency.phone }]));
  }, [agencies, day, lang]);
}

/** Where a text leads out of the kiosk there is a way for a phone instead. */
function OutsideAddresses({ of, lang }: { of: Readable; lang: Lang }) {
  const { send } = useKiosk();
  const { t } = useSpeech();
  const links = useMemo(() => linksIn(of, lang), [of, lang]);
  if (links.length === 0) return null;
  return (
    <section className="outside">
      <h2>{t("outside.title")}</h2>
      <ul className="tiles">
        {links.map(({ href, words }) => (
          <li key={href}>
            <button type="button" onClick={() => send({ kind: "panel-opened", panel: { kind: "carry", address: href } })}>
              <Icon name="carry" />
              <b>{words}</b>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

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
