import type { ReactNode } from "react";
import { type Inline as Part, parseInline } from "../../core/articles/inline.ts";
import type { Fact } from "../../core/facts/fact.ts";
import type { Lang } from "../../core/language/languages.ts";
import { openText, type TermSpot } from "../../core/translation/find-terms.ts";
import { formatFact } from "../../i18n/format.ts";
import { inRow } from "./in-row.ts";
import { TermWord } from "./term-word.tsx";
import { VerifyMark } from "./verify-mark.tsx";
import { Words } from "./words.tsx";

interface Props {
  text: string;
  lang: Lang;
  facts: Record<string, Fact>;
  /** `words`: links and phone numbers as plain words, where there is no way out (kiosk). */
  links?: "live" | "words";
  /** Whether facts that are still to be confirmed say so; not where the text around them carries the mark already. */
  marks?: boolean;
  /** Which of its words lead to the list of terms. */
  terms?: readonly TermSpot[] | undefined;
}

/** A segment's words with their small markup: strong, links, facts. */
export function Inline({ text, lang, facts, links = "live", marks = true, terms = [] }: Props) {
  const parts = parseInline(text);
  const spots = new Map<Part, TermSpot[]>(openText(parts).map((part, index) => [part, terms.filter((spot) => spot.part === index)]));
  const one = (part: Part): ReactNode => {
    switch (part.kind) {
      case "text":
        return <Text text={part.text} lang={lang} terms={spots.get(part) ?? []} />;
      case "strong":
        return <strong>{all(part.children)}</strong>;
      case "link":
        return links === "live" ? <a href={part.href}>{all(part.children)}</a> : all(part.children);
      case "fact": {
        const fact = facts[part.key];
        return fact ? <FactValueInline fact={fact} lang={lang} links={links} marks={marks} /> : null;
      }
    }
  };
  const all = (parts: readonly Part[]): ReactNode => inRow(parts.map(one));
  return all(parts);
}

/** `terms`: in their order, none within another. */
function Text({ text, lang, terms }: { text: string; lang: Lang; terms: readonly TermSpot[] }) {
  const starts = [0, ...terms.map(({ to }) => to)];
  return inRow(
    starts.flatMap((start, index) => {
      const term = terms[index];
      const before = <Words key={start} text={text.slice(start, term?.from)} lang={lang} />;
      return term ? [before, <TermWord key={term.key} term={term.key} word={text.slice(term.from, term.to)} />] : [before];
    }),
  );
}

function FactValueInline({ fact, lang, links, marks }: { fact: Fact; lang: Lang; links: "live" | "words"; marks: boolean }) {
  const value = formatFact(fact.value, lang);
  return (
    <>
      <span className="value">{fact.value.type === "phone" && links === "live" ? <a href={`tel:${fact.value.number}`}>{value}</a> : value}</span>
      {marks && fact.mark === "verify" && (
        <>
          {" "}
          <VerifyMark lang={lang} />
        </>
      )}
    </>
  );
}
