import { type Lang, runsOf } from "../../core/language/languages.ts";
import { Foreign } from "./foreign.tsx";
import { inRow } from "./in-row.ts";

/** Plain words; another language's among them carry its tag. */
export function Words({ text, lang }: { text: string; lang: Lang }) {
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
