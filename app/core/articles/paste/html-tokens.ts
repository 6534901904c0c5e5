/** A piece of HTML as it stands in a clipboard, which no standard governs: Word writes comments with conditions and namespaces of its own. */
export type HtmlToken =
  | { kind: "text"; text: string }
  | { kind: "open"; name: string; attributes: Readonly<Record<string, string>>; empty: boolean }
  | { kind: "close"; name: string };

const TAG = /^<(?<close>\/?)(?<name>[a-z][a-z0-9:-]*)(?<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>/i;
const ATTRIBUTE = /(?<name>[^\s=/"'<>]+)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'<>]+)))?/g;
/** Their content is no HTML, and nothing to be read. */
const RAW: ReadonlySet<string> = new Set(["script", "style", "title", "textarea", "xml", "template", "noscript"]);
/** Never have content. */
const VOID: ReadonlySet<string> = new Set(["br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source", "track", "param"]);

/** Takes HTML apart, without a browser and without running anything of it. Whatever is no tag is text. Names come in lower case. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  let words = at;
  const before = function* (to: number): Generator<HtmlToken> {
    if (to > words) yield { kind: "text", text: decoded(html.slice(words, to)) };
  };
  while (at < html.length) {
    const next = html.indexOf("<", at);
    if (next < 0) break;
    at = next;
    if (html.startsWith("<!", at) || html.startsWith("<?", at)) {
      yield* before(at);
      const comment = html.startsWith("<!--", at);
      const end = html.indexOf(comment ? "-->" : ">", at + 2);
      at = words = end < 0 ? html.length : end + (comment ? 3 : 1);
      continue;
    }
    const { groups } = TAG.exec(html.slice(at, at + LONGEST_TAG)) ?? {};
    const whole = groups ? `<${groups.close}${groups.name}${groups.rest}>` : "";
    if (!groups?.name) {
      at += 1;
      continue;
    }
    yield* before(at);
    const name = groups.name.toLowerCase();
    at = words = at + whole.length;
    if (groups.close) yield { kind: "close", name };
    else {
      yield { kind: "open", name, attributes: attributesOf(groups.rest ?? ""), empty: VOID.has(name) || /\/$/.test(groups.rest ?? "") };
      if (RAW.has(name)) {
        const end = html.toLowerCase().indexOf(`</${name}`, at);
        at = words = end < 0 ? html.length : end;
      }
    }
  }
  yield* before(html.length);
}

/** A tag that is longer is none: pictures in data addresses aside, nobody writes such. */
const LONGEST_TAG = 50_000;

const attributesOf = (rest: string): Record<string, string> =>
  Object.fromEntries(
    [...rest.matchAll(ATTRIBUTE)].map(({ groups = {} }) => [(groups.name ?? "").toLowerCase(), decoded(groups.double ?? groups.single ?? groups.bare ?? "")]),
  );

/** Those that occur in running words; the rest are written by their number, or as they are. */
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  middot: "·",
  bull: "•",
  deg: "°",
  times: "×",
  copy: "©",
  reg: "®",
  sect: "§",
  shy: "",
  zwj: "",
  zwnj: "",
  agrave: "à",
  aacute: "á",
  acirc: "â",
  atilde: "ã",
  egrave: "è",
  eacute: "é",
  ecirc: "ê",
  igrave: "ì",
  iacute: "í",
  ograve: "ò",
  oacute: "ó",
  ocirc: "ô",
  otilde: "õ",
  ugrave: "ù",
  uacute: "ú",
  yacute: "ý",
};

/** Character references resolved; unknown ones stay. */
const decoded = (text: string): string =>
  text.replace(/&(?:#x(?<hex>[0-9a-f]{1,6})|#(?<dec>\d{1,7})|(?<name>[a-z]+));?/gi, (all, hex?: string, dec?: string, name?: string) => {
    if (name !== undefined) {
      const found = NAMED[name] ?? NAMED[name.toLowerCase()];
      if (found === undefined) return all;
      return /^[A-Z]/.test(name) ? found.toUpperCase() : found;
    }
    const code = hex ? Number.parseInt(hex, 16) : Number(dec);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "";
  });
