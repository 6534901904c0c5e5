import { createElement, Fragment, type ReactNode } from "react";

/** Pieces of one run of words. They never move on their own, so that none needs a key. */
export const inRow = (pieces: readonly ReactNode[]): ReactNode => createElement(Fragment, null, ...pieces);
