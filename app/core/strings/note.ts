/** What a translator has to know of an interface string besides its words: plain data, in the translator's language. */
export interface StringNote {
  /** Where readers or members meet it, the widest first. */
  places: string[];
  comment: string | null;
  /** What the program fills in, as it is written in the text, and what that will be. */
  placeholders: { written: string; words: string | null }[];
}
