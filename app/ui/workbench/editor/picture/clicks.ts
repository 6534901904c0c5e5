import { Extension } from "@tiptap/core";
import { NodeSelection, Plugin, PluginKey } from "@tiptap/pm/state";
import { removePicture } from "./commands.ts";

/** A click on a picture selects it; the buttons in the place of a picture to come ask for it, or take the place away. */
export const PictureClicks = Extension.create<{ onAdd: () => void }>({
  name: "pictureClicks",
  addOptions: () => ({ onAdd: () => {} }),
  addProseMirrorPlugins() {
    const { onAdd } = this.options;
    return [
      new Plugin({
        key: new PluginKey("pictureClicks"),
        props: {
          handleDOMEvents: {
            click(view, event) {
              const target = event.target as HTMLElement;
              const box = target.closest?.<HTMLElement>(".w-image, .w-awaited");
              if (!box) return false;
              const at = view.posAtDOM(box, 0);
              const { doc } = view.state;
              // Of a picture the place within its figure, of an awaited one its own.
              const pos = box.matches(".w-image") ? doc.resolve(at).before(1) : at;
              if (!doc.nodeAt(pos)) return false;
              view.dispatch(view.state.tr.setSelection(NodeSelection.create(doc, pos)));
              if (target.closest("[data-add]")) onAdd();
              else if (target.closest("[data-leave]")) removePicture(view.state, view.dispatch);
              return true;
            },
          },
        },
      }),
    ];
  },
});
