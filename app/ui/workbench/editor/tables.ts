import { Extension } from "@tiptap/core";
import { tableEditing } from "@tiptap/pm/tables";

/** Selecting cells, and rows that stay of one length whatever is pasted. Widths are the reader's own. */
export const Tables = Extension.create({
  name: "tables",
  addProseMirrorPlugins: () => [tableEditing()],
});
