import type { ByLang } from "../language/languages.ts";

export interface Topic {
  key: string;
  /** Order on screen, from 0. */
  position: number;
  /** Name of its pictogram in the drawn set. */
  icon: string;
  name: ByLang<string>;
  /** Keys of the agencies that have to sign off its articles before they go out; left out: none. */
  signOff?: string[];
}
