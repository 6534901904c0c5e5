import { Extension } from "@tiptap/core";
import { DOMSerializer, Fragment, type Node, type Schema, Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { cleanHtml } from "../../../core/articles/paste/clean-html.ts";
import { visible } from "../../../core/articles/paste/inline-words.ts";

/** Marks what is copied with the article it comes from: only at home do its ids mean anything. */
class ArticleSerializer extends DOMSerializer {
  private readonly article: string;
  constructor(schema: Schema, article: string) {
    super(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema));
    this.article = article;
  }
  override serializeFragment(fragment: Fragment, options?: { document?: Document }, target?: HTMLElement | DocumentFragment) {
    const out = super.serializeFragment(fragment, options, target);
    if (!target) for (const element of out.children) element.setAttribute("data-article", this.article);
    return out;
  }
}

/**
 * The clipboard's HTML as the editor may read it: what was copied here as it is, with its ids only where it comes from this very
 * article; everything else cleaned.
 */
export function pastedHtml(html: string, article: string): string {
  const from = /<[^>]* data-pm-slice=/.test(html) ? /<[^>]* data-article="([a-z0-9]+)"/.exec(html)?.[1] : undefined;
  if (from === undefined) return cleanHtml(html);
  return from === article ? html : html.replace(/ data-id="[^"]*"/g, "");
}

/** Into title, summary or a cell go words alone; what else was pasted at the head of an article becomes the beginning of its body. */
function pasteIntoWords(view: EditorView, slice: Slice): boolean {
  const { state } = view;
  const { $from } = state.selection;
  const place = $from.parent.type.name;
  const blocks = [...slice.content.content];
  if (blocks.length < 2 && (blocks[0]?.isInline || blocks[0]?.isTextblock)) return false;
  if (place === "cell") {
    if (blocks.some((node) => node.type.spec.tableRole)) return false;
    view.dispatch(state.tr.replaceSelection(new Slice(wordsOf(blocks), 0, 0)).scrollIntoView());
    return true;
  }
  if (place !== "title" && place !== "summary") return false;
  const [first, ...rest] = blocks;
  const own = first?.isTextblock ? wordsOf([first]) : Fragment.empty;
  const body = (first?.isTextblock ? rest : blocks).filter((node) => node.type.spec.group === "block");
  const tr = state.tr;
  if (own.size) tr.replaceSelection(new Slice(own, 0, 0));
  const start = (tr.doc.child(0).nodeSize ?? 0) + (tr.doc.child(1).nodeSize ?? 0);
  view.dispatch(tr.insert(start, Fragment.from(body)).scrollIntoView());
  return true;
}

/** The words of blocks in a row, a space between. */
function wordsOf(blocks: readonly Node[]): Fragment {
  const words: Node[] = [];
  const visit = (node: Node) => {
    if (!node.isTextblock) {
      node.forEach(visit);
      return;
    }
    if (words.length && node.content.size) words.push(node.type.schema.text(" "));
    words.push(...node.content.content);
  };
  for (const block of blocks) visit(block);
  return Fragment.from(words);
}

export const Clipboard = Extension.create<{ article: string }>({
  name: "articleClipboard",
  addOptions: () => ({ article: "" }),
  addProseMirrorPlugins() {
    const { article } = this.options;
    return [
      new Plugin({
        key: new PluginKey("articleClipboard"),
        props: {
          clipboardSerializer: new ArticleSerializer(this.editor.schema, article),
          transformPastedHTML: (html) => pastedHtml(html, article),
          transformPastedText: visible,
          handlePaste: (view, _, slice) => pasteIntoWords(view, slice),
        },
      }),
    ];
  },
});
