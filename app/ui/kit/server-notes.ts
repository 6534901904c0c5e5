import { createContext, useContext } from "react";

/** What the server tells a page beside its data. Empty in the browser: browsers hide nonces, and failures there are their own. */
export interface ServerNotes {
  /** For the page's scripts. */
  nonce: string | undefined;
  /** Under which id a failure was logged. */
  failure: string | null;
}

export const ServerNotesContext = createContext<ServerNotes>({ nonce: undefined, failure: null });
export const useServerNotes = (): ServerNotes => useContext(ServerNotesContext);
