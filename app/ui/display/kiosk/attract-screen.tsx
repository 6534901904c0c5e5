import { type RefObject, useRef } from "react";
import { LANGS, type Lang, language } from "../../../core/language/languages.ts";
import { Mark } from "../../kit/mark.tsx";
import { ownGate } from "../content/content.ts";
import { siteName } from "../content/gate-name.ts";
import type { Speech } from "../content/words.ts";
import { Base } from "./base.tsx";
import { useNow } from "./clock.tsx";
import { Clocks } from "./clocks.tsx";
import { GateBoard } from "./gate-board.tsx";
import { Icon } from "./icons.tsx";
import { useKiosk } from "./kiosk-context.tsx";
import { NoticeBanner } from "./notice-banner.tsx";
import { StatusCard } from "./status-card.tsx";
import { useFit } from "./use-fit.ts";

/** What a passer-by sees: the place, its status, what has to be known and the way in, every language at once and none before another. */
export function AttractScreen() {
  const { state, speech, send } = useKiosk();
  const now = useNow();
  const { content, ease } = state;
  const parts = useRef<HTMLElement>(null);
  useFit(parts);
  const gate = ownGate(content);
  const both = (say: (speech: Speech) => string) =>
    LANGS.map((lang) => (
      <span key={lang} lang={language(lang).tag}>
        {say(speech(lang))}
      </span>
    ));
  return (
    <div className="screen attract">
      <header className="head">
        <Mark />
        <h1>
          {LANGS.map((lang) => {
            const name = siteName(content, speech(lang), now);
            return (
              <span key={lang} lang={language(name.lang).tag}>
                {name.text}
              </span>
            );
          })}
        </h1>
        <Clocks langs={LANGS as [Lang, ...Lang[]]} />
      </header>
      <main ref={parts as RefObject<HTMLElement>}>
        {gate && (
          <section className="now">
            <h2 className="unseen">{both(({ t }) => t("status.own"))}</h2>
            <StatusCard gate={gate} langs={LANGS} />
          </section>
        )}
        <NoticeBanner langs={LANGS} />
        <section className="elsewhere">
          <h2>{both(({ t }) => t(gate ? "status.others" : "status.all"))}</h2>
          <GateBoard langs={LANGS} />
        </section>
        <section className="choose">
          <h2>{both(({ t }) => t("attract.choose"))}</h2>
          <div className="languages">
            {LANGS.map((lang) => (
              <button key={lang} type="button" lang={language(lang).tag} onClick={() => send({ kind: "language-chosen", lang })}>
                <b>{language(lang).name}</b> <span>{speech(lang).t("attract.start")}</span>
              </button>
            ))}
          </div>
          <button type="button" className="low" aria-pressed={ease.low} onClick={() => send({ kind: "eased", ease: { low: !ease.low } })}>
            <Icon name="low" />
            <span>{both(({ t }) => t("attract.low"))}</span>
          </button>
        </section>
      </main>
      <Base langs={LANGS} />
    </div>
  );
}
