import type { TFunction } from "i18next";
import { createContext, useContext } from "react";
import type { ByLang, Lang } from "../../../core/language/languages.ts";
import type { Role } from "../../../core/people/roles.ts";
import type { StringNote } from "../../../core/strings/note.ts";
import type { CommentView, PreviewParts } from "../../../core/translation/desk-around.ts";
import type { Term } from "../../../core/translation/term.ts";
import type { Owner } from "../../../core/translation/wording.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import type { Drafts } from "./drafts.ts";

/** The stylesheets of the surfaces on which readers meet words, by address. */
export interface Sheets {
  web: string;
  kiosk: string;
}

/** What every row of a desk shares. It never changes while the page stands, so that no row is drawn for another's sake. */
export interface DeskTools {
  /** The words of the page: asked for once, not by each of a thousand rows. */
  t: TFunction<["workbench", "errors", "desk"]>;
  owner: Owner;
  roles: Role[];
  /** The agency that has still to confirm a unit, by unit. */
  verify: Readonly<Record<string, string>>;
  /** The languages whose words this member may write here. */
  editable: ByLang<boolean>;
  terms: readonly Term[];
  /** Names of those who may be mentioned. */
  members: readonly string[];
  /** Null where words are no part of an article. */
  preview: PreviewParts | null;
  sheets: Sheets | null;
  /** What there is to know of a string, by key. */
  notes: Readonly<Record<string, StringNote>>;
  /** What was typed and is not saved, wherever on the desk. */
  drafts: Drafts;
  /** Puts units as the server has them now on the desk. */
  refresh(units: DeskUnit[]): void;
  /** Puts what was said about a unit, as the server has it now, on the desk. */
  refreshComments(unit: string, comments: CommentView[]): void;
  /** Says whether a field holds words that are not saved. */
  setUnsaved(field: string, unsaved: boolean): void;
  /** Goes on from a text that is done: to this unit's translation where the source made it unfinished, else to the next unfinished unit. */
  goOn(from: string, lang: Lang): void;
}

const Context = createContext<DeskTools | null>(null);
export const DeskToolsProvider = Context.Provider;

export function useDeskTools(): DeskTools {
  const tools = useContext(Context);
  if (!tools) throw new Error("a desk's card outside a desk");
  return tools;
}
