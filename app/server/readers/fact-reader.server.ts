import type { FactReader } from "../../core/search/make-document.ts";
import { formatFact } from "../../i18n/format.ts";

/** Facts as search finds them: as pages show them. */
export const factReader: FactReader = {
  value: (fact, lang) => formatFact(fact.value, lang),
  line: (fact, lang) => `${fact.label[lang]} ${formatFact(fact.value, lang)}`,
};
