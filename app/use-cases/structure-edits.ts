import { LANGS } from "../core/language/languages.ts";
import type { Owner } from "../core/translation/wording.ts";
import { STRUCTURE_UNIT } from "../core/workflow/approval.ts";
import type { KeptEdit, Ports } from "./ports.ts";

/** Notes whose work a structure is: approving it takes another person. It belongs to every language. */
export const structureEdits = (ports: Ports, owner: Owner, revision: number, by: string, at: Date): KeptEdit[] =>
  LANGS.map((lang) => ({ id: ports.newId(), owner, unit: STRUCTURE_UNIT, lang, text: "", sourceHash: null, revision, by, at }));
