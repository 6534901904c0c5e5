import { type Editor, Extension } from "@tiptap/core";
import { Selection, TextSelection } from "@tiptap/pm/state";
import { addRowAfter, goToNextCell } from "@tiptap/pm/tables";
import { type Command, leaveList, move, paragraphAfter, setBlock, toggleList } from "./commands.ts";
import { leavePictureWords } from "./picture/commands.ts";

/** What the keys do; the toolbar's buttons do the same and say which key it is. */
export const SHORTCUTS = {
  paragraph: "Mod-Alt-0",
  heading2: "Mod-Alt-2",
  heading3: "Mod-Alt-3",
  list: "Mod-Shift-8",
  steps: "Mod-Shift-7",
  moveUp: "Alt-ArrowUp",
  moveDown: "Alt-ArrowDown",
  after: "Mod-Enter",
} as const;

const run =
  (command: Command) =>
  ({ editor }: { editor: Editor }): boolean =>
    command(editor.state, editor.view.dispatch);

const isCursor = (state: Editor["state"]): boolean => state.selection instanceof TextSelection && state.selection.empty;

/** From the title to the summary, from the summary to a paragraph of its own. */
const leaveHead: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const { name } = $from.parent.type;
  if (name !== "title" && name !== "summary") return false;
  const after = $from.after(1);
  const next = state.doc.nodeAt(after);
  const tr = state.tr;
  if (name === "summary" && !(next?.type.name === "paragraph" && next.content.size === 0)) tr.insert(after, state.schema.nodes.paragraph?.create() ?? []);
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(after + 1))).scrollIntoView());
  return true;
};

/** At the end of a block another one begins, with nothing of this one but its kind where that is an item's. */
const nextBlock: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const type = state.schema.nodes[$from.parent.type.name === "item" ? "item" : "paragraph"];
  if (!isCursorAtEnd(state) || !type || $from.depth !== ($from.parent.type.name === "item" ? 2 : 1)) return false;
  const after = $from.after();
  const tr = state.tr.insert(after, type.create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
};
const isCursorAtEnd = (state: Editor["state"]): boolean => isCursor(state) && state.selection.$from.parentOffset === state.selection.$from.parent.content.size;

const leaveEmptyItem: Command = (state, dispatch) => (state.selection.$from.parent.content.size === 0 ? leaveList(state, dispatch) : false);

const inCell = ({ selection }: Editor["state"]): boolean => selection.$head.parent.type.name === "cell";

/** The next cell; after the last one a new row. */
const nextCell: Command = (state, dispatch) => {
  if (!inCell(state)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  return addRowAfter(state, dispatch);
};

const leaveListAtStart: Command = (state, dispatch) => {
  const { $from } = state.selection;
  return isCursor(state) && $from.parentOffset === 0 && $from.depth === 2 && $from.index(1) === 0 ? leaveList(state, dispatch) : false;
};

const first =
  (...commands: Command[]): Command =>
  (state, dispatch) =>
    commands.some((command) => command(state, dispatch));

const enter = first(leaveHead, leavePictureWords, nextCell, leaveEmptyItem, nextBlock);

export const Keys = Extension.create({
  name: "keys",
  priority: 1_000,
  addKeyboardShortcuts: () => ({
    Enter: run(enter),
    // Within a segment there are no lines.
    "Shift-Enter": ({ editor }) => run(enter)({ editor }) || editor.commands.splitBlock(),
    Backspace: run(leaveListAtStart),
    Tab: run(nextCell),
    "Shift-Tab": run((state, dispatch) => inCell(state) && goToNextCell(-1)(state, dispatch)),
    [SHORTCUTS.paragraph]: run(setBlock("paragraph")),
    [SHORTCUTS.heading2]: run(setBlock("heading", { level: 2 })),
    [SHORTCUTS.heading3]: run(setBlock("heading", { level: 3 })),
    [SHORTCUTS.list]: run(toggleList("list")),
    [SHORTCUTS.steps]: run(toggleList("steps")),
    [SHORTCUTS.moveUp]: run(move(-1)),
    [SHORTCUTS.moveDown]: run(move(1)),
    [SHORTCUTS.after]: run(paragraphAfter),
  }),
});
