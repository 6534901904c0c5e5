import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";

interface Holder {
  pos: number;
  node: Node;
  /** The one before it under the same parent, if that has an id too. */
  before: Holder | null;
}

/**
 * Every node that is part of an article's tree has an id, each its own, whatever was done to the document: the first half of a split
 * keeps it (an empty one leaves it to the words), of two joined nodes the first one's stays, a copy gets a new one wherever it
 * stands, and a node that was cut comes back with its own. Ids are given in the same step of the history as what called for them.
 */
export const uniqueIds = (newId: () => string) =>
  new Plugin({
    key: new PluginKey("ids"),
    appendTransaction: (transactions, before, after) =>
      transactions.some(({ docChanged }) => docChanged) ? withIds(transactions, before, after, newId) : null,
  });

export const Ids = Extension.create<{ newId: () => string }>({
  name: "ids",
  addOptions: () => ({ newId: () => "" }),
  addProseMirrorPlugins() {
    return [uniqueIds(this.options.newId)];
  },
});

function withIds(transactions: readonly Transaction[], before: EditorState, after: EditorState, newId: () => string): Transaction | null {
  const holders = holdersOf(after.doc);
  const byId = Map.groupBy(holders, ({ node }) => node.attrs.id as string | null);
  const lacking = holders.filter(({ node }) => node.attrs.id === null || (byId.get(node.attrs.id as string)?.length ?? 0) > 1);
  if (lacking.length === 0) return null;

  const former = new Map(holdersOf(before.doc).map((holder) => [holder.node.attrs.id as string | null, holder]));
  const keepers = new Set<Holder>();
  for (const [id, same] of byId) {
    if (id === null) continue;
    const was = former.get(id);
    const now = was && transactions.reduce((pos, { mapping }) => mapping.map(pos, 1), was.pos);
    const original = same.find(({ pos }) => pos === now) ?? same[0];
    const written = same.filter(({ node }) => node.content.size > 0);
    // Words that were taken out of a node and put down elsewhere are the segment, not what they left behind.
    const keeper = original && isEmptied(original) && written.length === 1 ? written[0] : original;
    if (keeper) keepers.add(keeper);
  }
  const given = new Map<Holder, string>();
  const fresh = (): string => {
    for (;;) {
      const id = newId();
      if (!byId.has(id) && ![...given.values()].includes(id)) return id;
    }
  };
  for (const holder of lacking) {
    if (keepers.has(holder)) continue;
    const emptied = holder.before;
    const was = emptied && keepers.has(emptied) && emptied.node.content.size === 0 ? former.get(emptied.node.attrs.id as string) : undefined;
    // The words went into the second half: their id goes with them.
    if (emptied && was && was.node.content.size > 0 && was.node.content.eq(holder.node.content)) {
      given.set(holder, emptied.node.attrs.id as string);
      given.set(emptied, fresh());
    } else given.set(holder, fresh());
  }
  if (given.size === 0) return null;
  const tr = after.tr;
  for (const [{ pos }, id] of given) tr.setNodeAttribute(pos, "id", id);
  return tr.setStoredMarks(after.storedMarks);
}

const isEmptied = ({ node }: Holder): boolean => node.isTextblock && node.content.size === 0;

/** Every node that carries an id or ought to, in order. */
function holdersOf(doc: Node): Holder[] {
  const found: Holder[] = [];
  const visit = (parent: Node, start: number) => {
    let before: Holder | null = null;
    parent.forEach((node, offset) => {
      const holder: Holder | null = "id" in node.attrs ? { pos: start + offset, node, before } : null;
      if (holder) found.push(holder);
      before = holder;
      if (!node.isTextblock && !node.isLeaf) visit(node, start + offset + 1);
    });
  };
  visit(doc, 0);
  return found;
}
