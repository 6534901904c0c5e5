/**
 * A file of `locales/` as it is written: each string with its key and its place, so that a finding can name the line, and a text can be
 * replaced without touching anything else of the file.
 */

export interface LocaleEntry {
  text: string;
  /** From 1. */
  line: number;
  /** Where the JSON string stands, quotes included. */
  from: number;
  to: number;
}

export interface LocaleFile {
  source: string;
  /** By flat key ("nav.search"), in the order of the file. */
  entries: Map<string, LocaleEntry>;
  /** What JSON itself allows, or not, and a locale file may not hold. */
  faults: { line: number; key: string; kind: "syntax" | "duplicate" | "not_text" }[];
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s"{}[\]:,]+/g;

/** Reads a file's text. What is wrong with it is said in `faults`; after a fault of syntax nothing else is. */
export function readLocaleFile(source: string): LocaleFile {
  const file: LocaleFile = { source, entries: new Map(), faults: [] };
  try {
    JSON.parse(source);
  } catch (error) {
    return { ...file, faults: [{ line: lineOfSyntax(source, String(error)), key: "", kind: "syntax" }] };
  }
  const path: string[] = [];
  const seen = new Set<string>();
  let [key, line, at, lists]: [string | null, number, number, number] = [null, 1, 0, 0];
  for (const { 0: token, index: from } of source.matchAll(TOKEN)) {
    line += source.slice(at, from).split("\n").length - 1;
    at = from;
    if (token === "{" || token === "[") {
      if (token === "[") {
        lists += 1;
        file.faults.push({ line, key: [...path, key ?? ""].join("."), kind: "not_text" });
      }
      if (key !== null) path.push(key);
      key = null;
    } else if (token === "}" || token === "]") {
      path.pop();
      if (token === "]") lists -= 1;
    } else if (token === ",") key = null;
    else if (token === ":" || lists > 0) continue;
    else if (key === null) {
      key = JSON.parse(token) as string;
      const full = [...path, key].join(".");
      if (seen.has(full)) file.faults.push({ line, key: full, kind: "duplicate" });
      seen.add(full);
    } else {
      const full = [...path, key].join(".");
      if (token.startsWith('"')) file.entries.set(full, { text: JSON.parse(token), line, from, to: from + token.length });
      else file.faults.push({ line, key: full, kind: "not_text" });
    }
  }
  return file;
}

/** Engines tell the line or the position, or neither: then it is the last. */
function lineOfSyntax(source: string, said: string): number {
  const [, line] = /line (\d+)/.exec(said) ?? [];
  const [, position] = /position (\d+)/.exec(said) ?? [];
  if (line) return Number(line);
  return (position ? source.slice(0, Number(position)) : source.trimEnd()).split("\n").length;
}

/** The file's text with other words under some of its keys; everything else stays as it is written. */
export function withTexts({ source, entries }: LocaleFile, texts: ReadonlyMap<string, string>): string {
  const changed = [...texts].flatMap(([key, text]) => {
    const entry = entries.get(key);
    return entry ? [{ ...entry, text }] : [];
  });
  return changed
    .sort((a, b) => b.from - a.from)
    .reduce((written, { from, to, text }) => written.slice(0, from) + JSON.stringify(text) + written.slice(to), source);
}
