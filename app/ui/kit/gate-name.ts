import type { Gate } from "../../core/facts/gate.ts";
import { type Lang, ownFirst } from "../../core/language/languages.ts";

export interface NameIn {
  lang: Lang;
  text: string;
  /** Whether an agency has still to confirm it. */
  unsure: boolean;
}

/**
 * A gate's names as a page shows them, its own language first. Where no name is confirmed in a language there is none:
 * the next one then stands alone, marked as what it is.
 */
export const gateNames = ({ name, nameMark }: Pick<Gate, "name" | "nameMark">, lang: Lang): NameIn[] =>
  ownFirst(lang).flatMap((code) => {
    const text = name[code];
    return text === null ? [] : [{ lang: code, text, unsure: nameMark[code] === "verify" }];
  });

/** The one name for a line of plain text, such as a page's title. */
export const gateTitle = (gate: Pick<Gate, "key" | "name" | "nameMark">, lang: Lang): string => gateNames(gate, lang)[0]?.text ?? gate.key;
