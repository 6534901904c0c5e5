import type { Fact } from "../../../core/facts/fact.ts";
import type { FactView } from "../../../core/facts/fact-views.ts";
import { type Lang, language, ownFirst } from "../../../core/language/languages.ts";
import { FactBox } from "../../kit/fact-box.tsx";

interface FactBoxesProps {
  fact: Fact;
  agencies: FactView["agencies"];
  today: string;
  lang: Lang;
}

/** A fact as readers see it, in every language side by side. */
export function FactBoxes({ fact, agencies, today, lang }: FactBoxesProps) {
  return (
    <div className="fact-boxes">
      {ownFirst(lang).map((code) => (
        <div key={code} lang={language(code).tag}>
          <FactBox facts={[fact]} lang={code} agencies={agencies[code]} today={today} links="words" />
        </div>
      ))}
    </div>
  );
}
