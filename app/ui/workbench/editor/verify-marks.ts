import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/** Says in words which blocks an agency has still to confirm; the words are drawn by the stylesheet, they are no part of the text. */
export const VerifyMarks = Extension.create<{ nameOf: (agency: string) => string }>({
  name: "verifyMarks",
  addOptions: () => ({ nameOf: (agency) => agency }),
  addProseMirrorPlugins() {
    const { nameOf } = this.options;
    const marks = (doc: Node): DecorationSet => {
      const found: Decoration[] = [];
      doc.descendants((node, pos) => {
        const { verify } = node.attrs;
        if (typeof verify === "string") found.push(Decoration.node(pos, pos + node.nodeSize, { "data-verify-name": nameOf(verify) }));
        return !node.isTextblock;
      });
      return DecorationSet.create(doc, found);
    };
    return [
      new Plugin<DecorationSet>({
        key: new PluginKey("verifyMarks"),
        state: { init: (_, { doc }) => marks(doc), apply: (tr, known) => (tr.docChanged ? marks(tr.doc) : known) },
        props: {
          decorations(state) {
            return this.getState(state);
          },
        },
      }),
    ];
  },
});
