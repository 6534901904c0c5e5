import type { ByLang } from "../language/languages.ts";

export interface Topic {
  key: string;
  /** Order on screen, from 0. */
  position: number;
  /** Name of its pictogram in the drawn set. */
  icon: string;
  name: ByLang<string>;
}
