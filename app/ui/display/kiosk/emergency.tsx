import { type RefObject, useEffect, useRef } from "react";
import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import { LANGS, type Lang, language, ownFirst } from "../../../core/language/languages.ts";
import { ArticleBody } from "../../kit/article-body.tsx";
import { Inline } from "../../kit/inline.tsx";
import { periodWords } from "../../kit/notice-period.ts";
import { NoticeSign } from "../../kit/notice-sign.tsx";
import { Base } from "./base.tsx";
import { useKiosk } from "./kiosk-context.tsx";
import { useAgencies } from "./reading.tsx";
import { Arrow, useScrollRoom } from "./scrolling.tsx";
import { useToday } from "./today.ts";

/**
 * Emergencies take the whole screen until they end, every language at once; nothing else is there. The emergency numbers stay in
 * sight, and what does not fit is reached by the arrows.
 */
export function Emergency({ notices }: { notices: readonly DisplayNotice[] }) {
  const { state, speech } = useKiosk();
  const langs = state.lang ? ownFirst(state.lang) : LANGS;
  const scroller = useRef<HTMLElement>(null);
  const more = useScrollRoom(scroller);
  const heading = useRef<HTMLHeadingElement>(null);
  const told = notices.map(({ id, edition }) => `${id} ${edition}`).join(" ");
  useEffect(() => {
    if (!told) return;
    scroller.current?.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [told]);
  return (
    <div className="screen emergency">
      <header className="head level-emergency">
        <NoticeSign level="emergency" />
        <h1 ref={heading} tabIndex={-1}>
          {langs.map((lang) => (
            <span key={lang} lang={language(lang).tag}>
              {speech(lang).pages("notice.level.emergency")}
            </span>
          ))}
        </h1>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box has to be reachable by keyboard (axe: scrollable-region-focusable) */}
      <main ref={scroller as RefObject<HTMLElement>} tabIndex={0}>
        <div role="alert">
          {notices.map((notice) => (
            <div key={notice.id} className="told">
              {/* What has happened first, in every language; then what more there is to say. */}
              <div className="both">
                {langs.map((lang) => (
                  <Head key={lang} notice={notice} lang={lang} />
                ))}
              </div>
              <div className="both">
                {langs.map((lang) => (
                  <Body key={lang} notice={notice} lang={lang} />
                ))}
              </div>
            </div>
          ))}
        </div>
      </main>
      {(more.above || more.below) && (
        <nav className="bar">
          <Arrow icon="up" langs={langs} on={more.above} scroller={scroller} />
          <Arrow icon="down" langs={langs} on={more.below} scroller={scroller} />
        </nav>
      )}
      <Base langs={langs} />
    </div>
  );
}

function Head({ notice: { texts, facts }, lang }: { notice: DisplayNotice; lang: Lang }) {
  return (
    <div lang={language(lang).tag}>
      <h2>
        <Inline text={texts[lang].title ?? ""} lang={lang} facts={facts} links="words" marks={false} />
      </h2>
      <p className="summary">
        <Inline text={texts[lang].summary ?? ""} lang={lang} facts={facts} links="words" />
      </p>
    </div>
  );
}

function Body({ notice: { tree, texts, facts, terms }, lang }: { notice: DisplayNotice; lang: Lang }) {
  const { state, speech } = useKiosk();
  const { pages, common } = speech(lang);
  const today = useToday();
  const agencies = useAgencies(state.content, lang);
  return (
    <div lang={language(lang).tag}>
      <ArticleBody lang={lang} tree={tree} texts={texts[lang]} facts={facts} agencies={agencies} today={today} links="words" headingBase={3} anchored={false} />
      <p className="period">{periodWords({ pages, common }, terms, lang)}</p>
    </div>
  );
}
