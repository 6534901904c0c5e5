import type { ReactNode } from "react";
import { type Inline as Part, parseInline } from "../../core/articles/inline.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { type Lang, runsOf } from "../../core/language/languages.ts";
import { formatFact } from "../../i18n/format.ts";
import { Foreign } from "./foreign.tsx";
import { inRow } from "./in-row.ts";
import { VerifyMark } from "./verify-mark.tsx";

interface Props {
  text: string;
  lang: Lang;
  facts: Record<string, Fact>;
  /** `words`: links and phone numbers as plain words, where there is no way out (kiosk). */
  links?: "live" | "words";
  /** Whether facts that are still to be confirmed say so; not where the text around them carries the mark already. */
  marks?: boolean;
}

/** A segment's words with their small markup: strong, links, facts. */
export function Inline({ text, lang, facts, links = "live", marks = true }: Props) {
  const one = (part: Part): ReactNode => {
    switch (part.kind) {
      case "text":
        return <Words text={part.text} lang={lang} />;
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
  return all(parseInline(text));
}

/** Another language's words inside a sentence carry its tag. */
function Words({ text, lang }: { text: string; lang: Lang }) {
  return inRow(
    runsOf(text, lang).map((run) =>
      run.lang === lang ? (
        run.text
      ) : (
        <Foreign key={run.text} lang={run.lang}>
          {run.text}
        </Foreign>
      ),
    ),
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
