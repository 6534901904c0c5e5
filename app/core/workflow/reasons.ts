/** The longest reason that one member gives to others, in UTF-16 units. */
export const MAX_REASON = 1_000;

/** The longest that visitors read in place of a page. */
export const MAX_PUBLIC_REASON = 500;
