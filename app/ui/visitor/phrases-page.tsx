import { useTranslation } from "react-i18next";
import { type Lang, language } from "../../core/language/languages.ts";
import type { Romanisation } from "../../core/language/romanisation.ts";
import { useLang } from "../kit/use-lang.ts";
import type { Topic } from "./topic-tiles.tsx";

interface Phrase {
  slug: string;
  /** In every language, the visitor's own first. */
  sentences: { lang: Lang; text: string; romanised: Romanisation | null }[];
  when: string;
  /** How the other language's sentence sounds; "": not given. */
  aid: string;
}

/** The cards by situation. One tap fills the screen with a card: its own address (`#slug`) does that, no script. */
export function PhrasesPage({ groups }: { groups: { topic: Topic; phrases: Phrase[] }[] }) {
  const { t } = useTranslation("pages");
  const order = groups.flatMap(({ phrases }) => phrases.map(({ slug }) => slug));
  return (
    <div className="wrap phrases">
      <h1>{t("phrases.title")}</h1>
      <p className="lead">{t("phrases.lead")}</p>
      {groups.length === 0 && <p>{t("phrases.none")}</p>}
      <div className="groups">
        {groups.map(({ topic, phrases }) => (
          <section key={topic.key} aria-labelledby={`topic-${topic.key}`}>
            <h2 id={`topic-${topic.key}`}>{topic.name}</h2>
            <ul className="cards">
              {phrases.map((phrase) => (
                <li key={phrase.slug} id={placeOf(phrase.slug)}>
                  <Card {...phrase} order={order} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

/** Where a card lies among the others: closing it leads back there. */
const placeOf = (slug: string): string => `at-${slug}`;

function Card({ slug, sentences, when, aid, order }: Phrase & { order: readonly string[] }) {
  const { t } = useTranslation("pages");
  const own = useLang();
  return (
    <article className="phrase" id={slug} aria-labelledby={`say-${slug}`}>
      <div className="both">
        {sentences.map(({ lang, text, romanised }) => (
          <div key={lang} lang={language(lang).tag}>
            {lang === own ? <h3 id={`say-${slug}`}>{text}</h3> : <p className="say">{text}</p>}
            {romanised && (
              <p className="sound" lang={romanised.tag}>
                {romanised.text}
              </p>
            )}
            {lang !== own && aid && (
              <p className="sound" lang={language(own).tag}>
                {t("phrases.aid", { aid })}
              </p>
            )}
          </div>
        ))}
      </div>
      <p className="hint">{when}</p>
      <a className="show pill" href={`#${slug}`} aria-label={t("phrases.showOne", { sentence: sentences[0]?.text ?? "" })}>
        {t("phrases.show")}
      </a>
      <Turn slug={slug} order={order} />
    </article>
  );
}

/** Below a card that fills the screen: the ones beside it, and the way back. */
function Turn({ slug, order }: { slug: string; order: readonly string[] }) {
  const { t } = useTranslation("pages");
  const at = order.indexOf(slug);
  const previous = order[at - 1];
  const next = order[at + 1];
  return (
    <nav className="turn" aria-label={t("phrases.turn")}>
      {previous ? (
        <a href={`#${previous}`} rel="prev">
          {t("phrases.previous")}
        </a>
      ) : (
        <span />
      )}
      <a href={`#${placeOf(slug)}`}>{t("phrases.close")}</a>
      {next ? (
        <a href={`#${next}`} rel="next">
          {t("phrases.next")}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
