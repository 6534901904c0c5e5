import { language, ownFirst } from "../../../core/language/languages.ts";
import { Headline } from "../../kit/headline.tsx";
import { byTopic, type HeldPhrase, phraseOf } from "../content/content.ts";
import { Icon, type IconName } from "./icons.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";

/** One card that fills the screen: the same sentence twice, to be shown to whoever stands there. */
export function PhraseScreen({ slug }: { slug: string }) {
  const { state } = useKiosk();
  const { pages, lang } = useSpeech();
  const phrase = phraseOf(state.content, slug);
  if (!phrase) return null;
  const order = byTopic(state.content, state.content.phrases, ({ topic }) => topic).flatMap(({ held }) => held);
  const at = order.findIndex((one) => one.slug === slug);
  return (
    <article className="card">
      <div className="both">
        {ownFirst(lang).map((code) => {
          const { sentence } = phrase.texts[code];
          const sound = phrase.romanised[code];
          const own = code === lang;
          const { aid } = phrase.texts[lang];
          return (
            <div key={code} lang={language(code).tag} className={own ? "own" : "other"}>
              {own ? (
                <h1 tabIndex={-1}>
                  <Headline text={sentence} lang={code} />
                </h1>
              ) : (
                <p className="say">
                  <Headline text={sentence} lang={code} />
                </p>
              )}
              {!own && sound && (
                <p className="sound" lang={sound.tag}>
                  {sound.text}
                </p>
              )}
              {!own && aid && (
                <p className="sound" lang={language(lang).tag}>
                  {pages("phrases.aid", { aid })}
                </p>
              )}
            </div>
          );
        })}
      </div>
      <p className="hint">{phrase.texts[lang].when}</p>
      <nav className="turn" aria-label={pages("phrases.turn")}>
        <Turn icon="back" label={pages("phrases.previous")} to={order[at - 1]} />
        <Turn icon="next" label={pages("phrases.next")} to={order[at + 1]} />
      </nav>
    </article>
  );
}

function Turn({ icon, label, to }: { icon: IconName; label: string; to: HeldPhrase | undefined }) {
  const { send } = useKiosk();
  return (
    <button type="button" aria-disabled={!to} onClick={() => to && send({ kind: "opened", place: { screen: "phrase", slug: to.slug } })}>
      <Icon name={icon} />
      {label}
    </button>
  );
}
