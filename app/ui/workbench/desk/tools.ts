import { createContext, useContext } from "react";
import type { Role } from "../../../core/people/roles.ts";
import type { Owner } from "../../../core/translation/wording.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";

/** What every card of a desk shares. It never changes while the page stands, so that no card is drawn for another's sake. */
export interface DeskTools {
  owner: Owner;
  roles: Role[];
  /** The agency that has still to confirm a unit, by unit. */
  verify: Readonly<Record<string, string>>;
  /** Puts units as the server has them now on the desk. */
  refresh(units: DeskUnit[]): void;
  /** Says whether a field holds words that are not saved. */
  setUnsaved(field: string, unsaved: boolean): void;
  /** Goes to the next unit whose translation is missing or stale. */
  goOn(from: string): void;
}

const Context = createContext<DeskTools | null>(null);
export const DeskToolsProvider = Context.Provider;

export function useDeskTools(): DeskTools {
  const tools = useContext(Context);
  if (!tools) throw new Error("a desk's card outside a desk");
  return tools;
}
