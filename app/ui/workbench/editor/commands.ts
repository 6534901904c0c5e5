import { Fragment, type Node, type NodeType } from "@tiptap/pm/model";
import { type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";

/** As the editor's library has them: whether it can be done; done when `dispatch` is given. */
export type Command = (state: EditorState, dispatch?: (tr: Transaction) => void) => boolean;

const isList = (node: Node): boolean => node.type.name === "list" || node.type.name === "steps";
/** How many nodes stand before the body: title and summary. */
const HEAD = 2;

/** The blocks of the body that the selection touches, as indices into the document; null outside the body. */
function touched({ selection, doc }: EditorState): { from: number; to: number } | null {
  const from = selection.$from.index(0);
  const to = selection.$to.depth === 0 ? Math.max(from, selection.$to.index(0) - 1) : selection.$to.index(0);
  return from < HEAD || to >= doc.childCount ? null : { from, to };
}

const startOf = (doc: Node, index: number): number => {
  let pos = 0;
  for (let at = 0; at < index; at += 1) pos += doc.child(at).nodeSize;
  return pos;
};

/** Where the cursor is, told by a node's id, so that it can be found again when everything around it was rebuilt. */
function bookmark(state: EditorState): (tr: Transaction) => Transaction {
  const spot = (pos: number) => {
    const at = state.doc.resolve(pos);
    return { id: at.parent.attrs.id as string | undefined, offset: at.parentOffset };
  };
  const [anchor, head] = [spot(state.selection.anchor), spot(state.selection.head)];
  return (tr) => {
    const find = ({ id, offset }: { id: string | undefined; offset: number }): number | null => {
      let found: number | null = null;
      tr.doc.descendants((node, pos) => {
        if (id && node.attrs.id === id && node.isTextblock) found = pos + 1 + Math.min(offset, node.content.size);
        return found === null;
      });
      return found;
    };
    const [from, to] = [find(anchor), find(head)];
    return from === null || to === null ? tr : tr.setSelection(TextSelection.create(tr.doc, from, to));
  };
}

/** Puts other blocks in the place of those from one index to another. */
const replaceBlocks = (state: EditorState, from: number, to: number, nodes: readonly Node[]): Transaction =>
  bookmark(state)(state.tr.replaceWith(startOf(state.doc, from), startOf(state.doc, to + 1), Fragment.from([...nodes])));

/** The same segment as another kind of block: its id and what has to be verified go with the words. */
const retyped = (node: Node, type: NodeType, attrs: object = {}): Node =>
  type.create({ id: node.attrs.id, verify: node.attrs.verify, ...attrs }, node.content, node.marks);

/** Makes paragraphs, headings or notes of the blocks that the selection touches; items leave their list for it. */
export const setBlock =
  (name: "paragraph" | "heading" | "callout", attrs: object = {}): Command =>
  (state, dispatch) => {
    const range = touched(state);
    const type = state.schema.nodes[name];
    if (!range || !type || isInCell(state)) return false;
    const nodes: Node[] = [];
    let changed = false;
    for (let index = range.from; index <= range.to; index += 1) {
      const block = state.doc.child(index);
      if (isList(block)) {
        nodes.push(...takenOut(state, index, (item) => retyped(item, type, attrs)));
        changed = true;
      } else if (block.isTextblock) {
        nodes.push(retyped(block, type, attrs));
        changed = true;
      } else nodes.push(block);
    }
    if (!changed) return false;
    dispatch?.(replaceBlocks(state, range.from, range.to, nodes).scrollIntoView());
    return true;
  };

/** A list without its selected items, which become blocks: what stands before and after them stays a list. */
function takenOut({ doc, selection: { from, to } }: EditorState, index: number, as: (item: Node) => Node): Node[] {
  const list = doc.child(index);
  const start = startOf(doc, index) + 1;
  const [before, out, after]: [Node[], Node[], Node[]] = [[], [], []];
  list.forEach((item, offset) => {
    const [begin, end] = [start + offset, start + offset + item.nodeSize];
    if (end <= from) before.push(item);
    else if (begin >= to && !(begin < from)) after.push(item);
    else out.push(item);
  });
  const rest = (items: Node[], id: unknown) => (items.length ? [list.type.create({ ...list.attrs, id }, items)] : []);
  return [...rest(before, list.attrs.id), ...out.map(as), ...rest(after, before.length ? null : list.attrs.id)];
}

/** Makes one list of the blocks that the selection touches, or takes them out of such a list. */
export const toggleList =
  (name: "list" | "steps"): Command =>
  (state, dispatch) => {
    const range = touched(state);
    const { [name]: type, item: itemType, paragraph } = state.schema.nodes;
    if (!range || !type || !itemType || !paragraph || isInCell(state)) return false;
    const blocks = Array.from({ length: range.to - range.from + 1 }, (_, at) => state.doc.child(range.from + at));
    if (blocks.every((block) => block.type === type)) return setBlock("paragraph")(state, dispatch);
    if (!blocks.every((block) => isList(block) || block.isTextblock)) return false;
    const items = blocks.flatMap((block) => (isList(block) ? [...block.children] : [retyped(block, itemType)]));
    const list = blocks.find(isList);
    dispatch?.(
      replaceBlocks(state, range.from, range.to, [type.create({ id: list?.attrs.id ?? null, verify: list?.attrs.verify ?? null }, items)]).scrollIntoView(),
    );
    return true;
  };

/** The item with the cursor becomes a paragraph: by Enter where it is empty, by Backspace at the start of a list. */
export const leaveList: Command = (state, dispatch) => (state.selection.$from.parent.type.name === "item" ? setBlock("paragraph")(state, dispatch) : false);

const isInCell = ({ selection }: EditorState): boolean => selection.$from.parent.type.name === "cell" || selection.$to.parent.type.name === "cell";

/** Where a block of its own goes: after the one with the cursor, or in the place of an empty paragraph. */
function placeFor({ doc, selection }: EditorState): { from: number; to: number } {
  const index = selection.$from.index(0);
  if (index < HEAD) return { from: startOf(doc, HEAD), to: startOf(doc, HEAD) };
  const block = doc.maybeChild(index);
  if (!block) return { from: doc.content.size, to: doc.content.size };
  const start = startOf(doc, index);
  const end = start + block.nodeSize;
  if (selection.$from.depth === 0 && selection.empty) return { from: start, to: start };
  return block.type.name === "paragraph" && block.content.size === 0 ? { from: start, to: end } : { from: end, to: end };
}

/** Puts a block after the one with the cursor, and the cursor into it. */
export const insertBlock =
  (make: (state: EditorState) => Node | null): Command =>
  (state, dispatch) => {
    const node = make(state);
    if (!node) return false;
    const { from, to } = placeFor(state);
    const tr = state.tr.replaceWith(from, to, node);
    dispatch?.(tr.setSelection(node.isAtom ? NodeSelection.create(tr.doc, from) : Selection.near(tr.doc.resolve(from + 1))).scrollIntoView());
    return true;
  };

/** An empty paragraph after the block with the cursor, whatever that is. */
export const paragraphAfter: Command = insertBlock(({ schema }) => schema.nodes.paragraph?.create() ?? null);

export const insertTable = (rows: number, columns: number): Command =>
  insertBlock(({ schema: { nodes } }) => {
    const row = () =>
      nodes.row?.create(
        null,
        Array.from({ length: columns }, () => nodes.cell?.create() as Node),
      ) as Node;
    return nodes.table?.create(null, Array.from({ length: rows }, row)) ?? null;
  });

/** Moves what has the cursor past its neighbour: an item within its list, a row within its table, else a block of the body. */
export const move =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const { $from, $to } = state.selection;
    const depth = movableDepth(state);
    if (depth === null || (!(state.selection instanceof NodeSelection) && $from.sharedDepth($to.pos) < depth)) return false;
    const parent = $from.node(depth - 1);
    const index = $from.index(depth - 1);
    const target = index + by;
    if (target < (depth === 1 ? HEAD : 0) || target >= parent.childCount) return false;
    const node = parent.child(index);
    const start = $from.posAtIndex(index, depth - 1);
    const to = by < 0 ? start - parent.child(target).nodeSize : start + parent.child(target).nodeSize;
    const { anchor, head } = state.selection;
    const tr = state.tr.delete(start, start + node.nodeSize).insert(to, node);
    const shift = to - start;
    tr.setSelection(state.selection instanceof NodeSelection ? NodeSelection.create(tr.doc, to) : TextSelection.create(tr.doc, anchor + shift, head + shift));
    dispatch?.(tr.scrollIntoView());
    return true;
  };

/** How deep in the document that stands which moves; null in title and summary. */
function movableDepth({ selection: { $from } }: EditorState): number | null {
  if ($from.index(0) < HEAD) return null;
  for (let depth = $from.depth; depth > 1; depth -= 1) if ($from.node(depth).type.name === "item" || $from.node(depth).type.name === "row") return depth;
  return 1;
}

/** The nearest node around the cursor that can be marked as still to be verified, with its place. */
export function verifiable({ selection }: EditorState): { pos: number; node: Node } | null {
  if (selection instanceof NodeSelection && "verify" in selection.node.attrs) return { pos: selection.from, node: selection.node };
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) if ("verify" in $from.node(depth).attrs) return { pos: $from.before(depth), node: $from.node(depth) };
  return null;
}

/** Marks what has the cursor as still to be verified by an agency; null: nothing is to be verified any more. */
export const setVerify =
  (agency: string | null): Command =>
  (state, dispatch) => {
    const found = verifiable(state);
    if (!found) return false;
    dispatch?.(state.tr.setNodeAttribute(found.pos, "verify", agency));
    return true;
  };
