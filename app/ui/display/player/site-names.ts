import type { ByLang, Lang } from "../../../core/language/languages.ts";
import type { KioskContent } from "../content/content.ts";
import { fullName, type Named, shortName } from "../content/gate-name.ts";
import type { PlayerSpeech } from "./speeches.ts";

/** What players take words and names from. */
export interface Material {
  content: KioskContent;
  /** Key of the site where the display stands. */
  site: string;
  speeches: ByLang<PlayerSpeech>;
}

/** The place's names in the given languages, each once; of a site that is no gate its own. */
export function siteNames({ content, site, speeches }: Material, langs: readonly Lang[], now: Date, short = false): Named[] {
  const gate = content.gates.find(({ key }) => key === site);
  const names = langs.map((lang): Named => {
    if (!gate) return { text: content.site.name[lang], lang };
    return short ? shortName(gate, lang) : fullName(gate, speeches[lang], now);
  });
  return names.filter(({ text }, index) => names.findIndex((one) => one.text === text) === index);
}
