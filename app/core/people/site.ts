import type { ByLang } from "../language/languages.ts";

/** Where people meet the portal: a gate, or the information cluster of a commune. */
export interface Site {
  key: string;
  position: number;
  kind: "gate" | "commune";
  name: ByLang<string>;
}
