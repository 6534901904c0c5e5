import { onDay } from "../../../core/facts/dated.ts";
import type { Gate } from "../../../core/facts/gate.ts";
import { hanoiDay } from "../../../core/facts/gate-status.ts";
import { DEFAULT_LANG, type Lang } from "../../../core/language/languages.ts";
import { type KioskContent, ownGate } from "./content.ts";
import type { Speech } from "./words.ts";

/** A name with the language it is written in, which is not always the language asked for. */
export interface Named {
  text: string;
  lang: Lang;
}

/** A gate's short name; where none is confirmed in a language, the Vietnamese stands in, as it does on the sign at the gate. */
export function shortName(gate: Gate, lang: Lang): Named {
  const own = gate.name[lang];
  return own === null ? { text: gate.name[DEFAULT_LANG] ?? gate.key, lang: DEFAULT_LANG } : { text: own, lang };
}

/** What the place is called where the kiosk stands: the gate with its kind, or the commune cluster. */
export function siteName(content: KioskContent, speech: Speech, now: Date): Named {
  const gate = ownGate(content);
  return gate ? fullName(gate, speech, now) : { text: content.site.name[speech.lang], lang: speech.lang };
}

/** A gate's name with what kind of gate it is on the day; a kind or a name still to be confirmed is left out. */
export function fullName(gate: Gate, { t, lang }: Speech, now: Date): Named {
  const name = shortName(gate, lang);
  if (name.lang !== lang) return name;
  const kind = onDay(gate.kinds, hanoiDay(now));
  // A name is never broken between two lines.
  return { text: t(`gate.${kind?.mark === "confirmed" ? kind.kind : "unconfirmed"}`, { name: name.text.replaceAll(" ", "\u00a0") }), lang };
}
