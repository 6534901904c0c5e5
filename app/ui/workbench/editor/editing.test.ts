import { getSchema } from "@tiptap/core";
import { deleteSelection, joinBackward, splitBlock } from "@tiptap/pm/commands";
import { history, redo, undo } from "@tiptap/pm/history";
import { Node, type Slice } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { addColumnAfter, addRowAfter, deleteRow, tableEditing } from "@tiptap/pm/tables";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { isNodeId } from "../../../core/articles/node-id.ts";
import { type ArticleTree, faultsOf, segmentsOf } from "../../../core/articles/tree.ts";
import { pastedHtml } from "./clipboard.ts";
import { type Command, insertTable, leaveList, move, setBlock, setVerify, toggleList } from "./commands.ts";
import { uniqueIds } from "./ids.ts";
import { docOf, writtenOf } from "./mapping.ts";
import { articleNodes, SHOWN_BARE } from "./schema.ts";

const schema = getSchema(articleNodes(SHOWN_BARE));
const TREE: ArticleTree = [
  { id: "mot", kind: "paragraph" },
  { id: "hai", kind: "paragraph", verify: "customs" },
  { id: "ds", kind: "list", children: ["x", "y", "z"].map((id) => ({ id, kind: "item" })) },
];
const TEXTS = { title: "Bài", summary: "Tóm", mot: "một lời", hai: "hai lời", x: "xa", y: "yên", z: "zin" };

let state: EditorState;
let number = 0;
const nextId = (): string => {
  number += 1;
  return `moi${number}`;
};

function open(tree: ArticleTree = TREE, texts: Record<string, string> = TEXTS): void {
  number = 0;
  const plugins = [history({ newGroupDelay: 0 }), tableEditing(), uniqueIds(nextId)];
  state = EditorState.create({ doc: Node.fromJSON(schema, docOf({ tree, texts })), plugins });
}
const run = (command: Command): boolean =>
  command(state, (tr) => {
    state = state.apply(tr);
  });

/** The cursor into the node of an id, or from there to the node of another. */
function at(id: string, offset: number, to: { id: string; offset: number } = { id, offset }): void {
  const find = (wanted: string): number => {
    let found = -1;
    state.doc.descendants((node, pos) => {
      if (node.attrs.id === wanted || node.type.name === wanted) found = pos + 1;
      return found < 0;
    });
    return found;
  };
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, find(id) + offset, find(to.id) + to.offset)));
}

/** Cuts or copies what is selected. */
function take(how: "cut" | "copy"): Slice {
  const slice = state.selection.content();
  if (how === "cut") run(deleteSelection);
  return slice;
}
const paste = (slice: Slice) => {
  const { tr } = state;
  tr.selection.replace(tr, slice);
  state = state.apply(tr);
};
const selectBlock = (index: number) => {
  let pos = 0;
  for (let one = 0; one < index; one += 1) pos += state.doc.child(one).nodeSize;
  return { from: pos, to: pos + state.doc.child(index).nodeSize };
};
const written = () => writtenOf(state.doc.toJSON());
const lines = () =>
  segmentsOf(written().tree)
    .slice(2)
    .map((id) => `${id}: ${written().texts[id]}`);
const tops = () => written().tree.map(({ id, kind }) => `${kind} ${id}`);

beforeEach(() => open());

describe("ids of segments", () => {
  it("split: the first half keeps it, the other gets a new one", () => {
    at("mot", 3);
    run(splitBlock);
    expect(lines().slice(0, 2)).toEqual(["mot: một", "moi1: lời"]);
  });

  it("split at the very start: the id stays with the words", () => {
    at("hai", 0);
    run(splitBlock);
    expect(lines().slice(1, 3)).toEqual(["moi1: ", "hai: hai lời"]);
  });

  it("join: the first one's stays; into an empty paragraph, the words' own", () => {
    at("hai", 0);
    run(joinBackward);
    expect(lines()[0]).toBe("mot: một lờihai lời");
    open(TREE, { ...TEXTS, mot: "" });
    at("hai", 0);
    run(joinBackward);
    expect(lines()[0]).toBe("hai: hai lời");
  });

  it("undo and redo bring back the very ids", () => {
    at("mot", 3);
    run(splitBlock);
    const split = lines();
    run(undo);
    expect(lines()).toEqual(["mot: một lời", "hai: hai lời", "x: xa", "y: yên", "z: zin"]);
    run(redo);
    expect(lines()).toEqual(split);
  });

  it("cut and paste: what comes back is the same segment", () => {
    const { from, to } = selectBlock(2);
    const slice = state.doc.slice(from, to);
    state = state.apply(state.tr.delete(from, to));
    expect(lines()[0]).toBe("hai: hai lời");
    state = state.apply(state.tr.insert(state.doc.content.size, slice.content));
    expect(lines().at(-1)).toBe("mot: một lời");
  });

  it.each<[string, number, string[]]>([
    ["far before", 2, ["moi1: hai lời", "mot: một lời", "hai: hai lời"]],
    ["just before", 3, ["mot: một lời", "moi1: hai lời", "hai: hai lời"]],
    ["after", 4, ["mot: một lời", "hai: hai lời", "moi1: hai lời"]],
  ])("a copy pasted %s its original gets a new one, the original keeps its own", (_, where, expected) => {
    const { from, to } = selectBlock(3);
    const slice = state.doc.slice(from, to);
    state = state.apply(state.tr.insert(selectBlock(where).from, slice.content));
    expect(lines().slice(0, 3)).toEqual(expected);
  });

  it("cut twice over: only the first paste is the segment itself", () => {
    at("mot", 0, { id: "hai", offset: 7 });
    const slice = take("cut");
    at("z", 3);
    paste(slice);
    paste(slice);
    expect(faultsOf(written().tree)).toEqual([]);
    expect(lines().filter((line) => line.startsWith("hai:"))).toHaveLength(1);
  });

  it("all words cut from a paragraph and pasted into an empty one: the segment is where its words are", () => {
    at("mot", 0, { id: "mot", offset: 7 });
    const slice = take("cut");
    at("hai", 7);
    run(splitBlock);
    paste(slice);
    expect(lines().slice(0, 3)).toEqual(["moi2: ", "hai: hai lời", "mot: một lời"]);
  });

  it("moving keeps everything, within a list and in the body", () => {
    at("y", 1);
    run(move(-1));
    at("hai", 2);
    run(move(1));
    expect(lines()).toEqual(["mot: một lời", "y: yên", "x: xa", "z: zin", "hai: hai lời"]);
    expect(state.selection.$from.parent.attrs.id).toBe("hai");
  });

  it("another kind of block is the same segment; its mark to be verified stays", () => {
    at("hai", 2);
    run(setBlock("heading", { level: 3 }));
    expect(written().tree[1]).toEqual({ id: "hai", kind: "heading", level: 3, verify: "customs" });
    run(setVerify(null));
    expect(written().tree[1]).toEqual({ id: "hai", kind: "heading", level: 3 });
  });

  it("a list is made of paragraphs and taken apart again without losing one", () => {
    at("mot", 0, { id: "hai", offset: 2 });
    run(toggleList("steps"));
    expect(tops()).toEqual(["steps moi1", "list ds"]);
    expect(lines().slice(0, 2)).toEqual(["mot: một lời", "hai: hai lời"]);
    at("y", 1);
    run(leaveList);
    expect(tops()).toEqual(["steps moi1", "list ds", "paragraph y", "list moi2"]);
    at("x", 0);
    run(toggleList("steps"));
    expect(tops()[1]).toBe("steps ds");
  });

  it("cells get theirs as rows and columns come", () => {
    at("mot", 1);
    run(insertTable(2, 2));
    run(addRowAfter);
    run(addColumnAfter);
    run(deleteRow);
    const [, table] = written().tree;
    expect(table?.kind === "table" && table.children.map((row) => row.children.length)).toEqual([3, 3]);
    expect(faultsOf(written().tree)).toEqual([]);
  });

  it("are each there once and well formed, whatever is done", () => {
    const spot = fc.record({ anchor: fc.nat(200), head: fc.nat(200) });
    const step = fc.constantFrom<Command>(
      splitBlock,
      joinBackward,
      deleteSelection,
      undo,
      redo,
      move(1),
      move(-1),
      toggleList("list"),
      toggleList("steps"),
      leaveList,
      setBlock("paragraph"),
      setBlock("callout", { tone: "note" }),
      insertTable(2, 2),
      addRowAfter,
      addColumnAfter,
      deleteRow,
      (now, dispatch) => {
        dispatch?.(now.tr.replaceSelection(now.doc.slice(now.doc.resolve(now.doc.content.size).pos - 4, now.doc.content.size)));
        return true;
      },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(spot, step), { maxLength: 14 }), (steps) => {
        open();
        for (const [{ anchor, head }, command] of steps) {
          const place = (pos: number) => state.doc.resolve(pos % (state.doc.content.size + 1));
          state = state.apply(state.tr.setSelection(TextSelection.between(place(anchor), place(head))));
          run(command);
          state.doc.check();
          const ids: unknown[] = [];
          state.doc.descendants((node) => void ("id" in node.attrs && ids.push(node.attrs.id)));
          expect(ids.every(isNodeId)).toBe(true);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("what comes from the clipboard", () => {
  const copied = '<p data-id="mot" data-article="0a1" data-pm-slice="0 0 []">một</p>';
  it("keeps its ids within its article, and nowhere else", () => {
    expect(pastedHtml(copied, "0a1")).toBe(copied);
    expect(pastedHtml(copied, "0b2")).not.toContain("data-id");
    expect(pastedHtml('<p data-id="mot" onclick="x()">một</p>', "0a1")).toBe("<p>một</p>");
  });
});
