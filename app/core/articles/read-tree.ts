import { readPicture } from "./picture.ts";
import type { ArticleNode, ArticleTree } from "./tree.ts";

/** The deepest that a tree goes (table, row, cell), with room; and the most nodes that one article may have. */
const DEEPEST = 6;
const MOST_NODES = 5_000;

type Fields = Record<string, unknown>;
/** What a kind has besides `id` and `verify`; null: it is no such node. */
type Read = (fields: Fields, children: () => ArticleNode[] | null) => object | null;

const withChildren: Read = (_, children) => {
  const inside = children();
  return inside && { children: inside };
};
const bare: Read = () => ({});

/** How each kind is read from plain data. Its place in the tree is `faultsOf`'s to judge. */
const READ: Record<ArticleNode["kind"], Read> = {
  heading: ({ level }) => (level === 2 || level === 3 ? { level } : null),
  paragraph: bare,
  item: bare,
  cell: bare,
  callout: ({ tone }) => (tone === "note" || tone === "warning" ? { tone } : null),
  list: withChildren,
  steps: withChildren,
  table: withChildren,
  row: withChildren,
  figure: (fields, children) => {
    const [picture, inside] = [readPicture(fields.picture), withChildren(fields, children)];
    return picture && inside && { picture, ...inside };
  },
  alt: bare,
  caption: bare,
  facts: ({ facts }) => (Array.isArray(facts) && facts.every(isKey) ? { facts: [...facts] } : null),
  contact: ({ agency }) => (isKey(agency) ? { agency } : null),
};

/** A tree from data that came over the wire: only what a tree has, nothing else; null when it is none. */
export function readTree(data: unknown): ArticleTree | null {
  let count = 0;
  const nodes = (list: unknown, depth: number): ArticleNode[] | null => {
    if (!Array.isArray(list) || depth > DEEPEST) return null;
    const read = list.map((one) => node(one, depth));
    return read.every((one) => one !== null) ? read : null;
  };
  const node = (one: unknown, depth: number): ArticleNode | null => {
    count += 1;
    if (count > MOST_NODES || typeof one !== "object" || one === null) return null;
    const { kind, id, verify, ...fields } = one as Fields;
    if (typeof kind !== "string" || !Object.hasOwn(READ, kind) || typeof id !== "string") return null;
    if (verify !== undefined && verify !== null && !isKey(verify)) return null;
    const own = READ[kind as ArticleNode["kind"]](fields, () => nodes(fields.children, depth + 1));
    return own && ({ id, kind, ...(verify ? { verify } : {}), ...own } as ArticleNode);
  };
  return nodes(data, 1);
}

/** A key of a fact or an agency. */
const isKey = (value: unknown): value is string => typeof value === "string" && /^[a-z0-9][a-z0-9.-]{0,99}$/.test(value);
