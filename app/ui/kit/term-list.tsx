import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { Lang } from "../../core/language/languages.ts";
import type { Romanisation } from "../../core/language/romanisation.ts";
import { Foreign } from "./foreign.tsx";
import { termAnchor, wordAnchor } from "./term-word.tsx";
import { VerifyMark } from "./verify-mark.tsx";
import { Words } from "./words.tsx";

export interface ShownTerm {
  key: string;
  word: string;
  others: { lang: Lang; word: string; reading: Romanisation | null }[];
  note: string | null;
  unsure: boolean;
}

/** The terms of an article in the other languages. The word leads back to where it stands in the text. */
export function TermList({ terms, lang }: { terms: readonly ShownTerm[]; lang: Lang }) {
  const { t } = useTranslation("tools", { lng: lang });
  if (terms.length === 0) return null;
  return (
    <section className="glossary" aria-labelledby="glossary">
      <h2 id="glossary">{t("terms.title")}</h2>
      <p className="hint">{t("terms.hint")}</p>
      <ul>
        {terms.map(({ key, word, others, note, unsure }) => (
          <li key={key} id={termAnchor(key)}>
            <a href={`#${wordAnchor(key)}`}>{word}</a>{" "}
            {others.map((other) => (
              <Fragment key={other.lang}>
                <Foreign lang={other.lang} className="twin-word">
                  {other.word}
                </Foreign>{" "}
                {other.reading && <span lang={other.reading.tag}>{other.reading.text}</span>}{" "}
              </Fragment>
            ))}
            {unsure && <VerifyMark lang={lang} />}
            {note && (
              <small>
                <Words text={note} lang={lang} />
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
