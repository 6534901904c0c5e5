import type { Node } from "@tiptap/pm/model";
import { type EditorState, NodeSelection, Selection, TextSelection } from "@tiptap/pm/state";
import type { Picture } from "../../../../core/articles/picture.ts";
import { type Command, insertBlock, paragraphAfter } from "../commands.ts";
import { ALT, AWAITED, CAPTION, FIGURE } from "./nodes.ts";

/** The figure that is selected or has the cursor in its words, and where it is. */
export function figureAt({ selection }: EditorState): { pos: number; node: Node } | null {
  if (selection instanceof NodeSelection && selection.node.type.name === FIGURE) return { pos: selection.from, node: selection.node };
  const { $from } = selection;
  return $from.depth > 0 && $from.node(1).type.name === FIGURE ? { pos: $from.before(1), node: $from.node(1) } : null;
}

/** The place of a picture to come that is selected. */
export const awaitedAt = ({ selection }: EditorState): Node | null =>
  selection instanceof NodeSelection && selection.node.type.name === AWAITED ? selection.node : null;

/** Shows a picture: in the figure at the cursor (which keeps its words), in the place that waited for it, else after the block with the cursor. */
export const putPicture =
  (picture: Picture, into: "figure" | "new"): Command =>
  (state, dispatch) => {
    const figure = into === "figure" ? figureAt(state) : null;
    if (figure) {
      dispatch?.(state.tr.setNodeAttribute(figure.pos, "picture", picture).scrollIntoView());
      return true;
    }
    const made = newFigure(state, picture);
    if (!made || !awaitedAt(state)) return insertBlock(() => made)(state, dispatch);
    const { from, to } = state.selection;
    const tr = state.tr.replaceWith(from, to, made);
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, from + 2)).scrollIntoView());
    return true;
  };

function newFigure({ schema: { nodes } }: EditorState, picture: Picture): Node | null {
  const words = [ALT, CAPTION].flatMap((name) => nodes[name]?.create() ?? []);
  return nodes[FIGURE]?.create({ picture }, words) ?? null;
}

/** Adds the line for a caption, or takes the caption away. */
export const toggleCaption: Command = (state, dispatch) => {
  const figure = figureAt(state);
  const caption = state.schema.nodes[CAPTION];
  if (!figure || !caption) return false;
  const { pos, node } = figure;
  const after = pos + 1 + node.child(0).nodeSize;
  const tr = node.childCount > 1 ? state.tr.delete(after, after + node.child(1).nodeSize) : state.tr.insert(after, caption.create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, node.childCount > 1 ? after - 1 : after + 1)).scrollIntoView());
  return true;
};

/** Takes the figure, or the place of a picture to come, out of the article. */
export const removePicture: Command = (state, dispatch) => {
  const figure = figureAt(state);
  const [from, to] = figure ? [figure.pos, figure.pos + figure.node.nodeSize] : [state.selection.from, state.selection.to];
  if (!figure && !awaitedAt(state)) return false;
  const tr = state.tr.delete(from, to);
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)))).scrollIntoView());
  return true;
};

/** Enter in a picture's words: from what it shows to the caption, from there to a paragraph after the picture. */
export const leavePictureWords: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const { name } = $from.parent.type;
  if (name !== ALT && name !== CAPTION) return false;
  if (name === CAPTION || $from.node(1).childCount === 1) return paragraphAfter(state, dispatch);
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, $from.after() + 1)).scrollIntoView());
  return true;
};
