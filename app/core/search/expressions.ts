/** FTS5 expressions. Words are quoted and hold letters and digits alone, so that nothing typed is ever read as syntax. */

/** Words in a row. @param prefix whether the last may go on */
export const quoted = (words: readonly string[], prefix = false): string =>
  `"${words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, "")).join(" ")}"${prefix ? "*" : ""}`;

/** @param columns between spaces */
export const within = (columns: string, expression: string): string => `{${columns}} : ${expression}`;

export function either(expressions: readonly string[]): string {
  const distinct = [...new Set(expressions)];
  return distinct.length > 1 ? `(${distinct.join(" OR ")})` : (distinct[0] ?? "");
}

export const all = (expressions: readonly string[]): string => (expressions.length > 1 ? `(${expressions.join(" AND ")})` : (expressions[0] ?? ""));

/** All of these; whoever has some of the others too ranks higher, and nobody is found by those alone. */
export function nearer(asked: readonly string[], others: readonly string[]): string {
  const more = others.filter((other) => !asked.some((one) => one.includes(other)));
  const [first] = asked;
  return first && more.length > 0 ? all([...asked, either([first, ...more])]) : all(asked);
}

/** An expression, for those pages alone that are filed under all of the places (`topicTerm`, `gateTerm`). */
export const narrowed = (expression: string, places: readonly string[]): string =>
  places.length === 0 ? expression : all([`(${expression})`, ...places.map((place) => within("place", quoted([place])))]);

/** Pages with a name one of whose parts is spelled so in one word, or begins so. */
export const spelled = (spelling: string): string => within("alt", quoted([spelling], true));
