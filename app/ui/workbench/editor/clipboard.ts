import { Extension } from "@tiptap/core";
import { DOMSerializer, Fragment, type Node, type Schema, Slice } from "@tiptap/pm/model";
import { NodeSelection, Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { cleanPaste } from "../../../core/articles/paste/clean-html.ts";
import { visible } from "../../../core/articles/paste/inline-words.ts";
import { type CarriedFiles, filesOf, imageFiles } from "./picture/carried.ts";
import { AWAITED } from "./picture/nodes.ts";

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
 * article; everything else cleaned. `nameOf` names the files of the pictures in it; null: a picture did not come along.
 */
export function pastedHtml(
  html: string,
  article: string,
  nameOf: (sources: readonly string[]) => (string | null)[] = (sources) => sources.map(() => null),
): string {
  const from = /<[^>]* data-pm-slice=/.test(html) ? /<[^>]* data-article="([a-z0-9]+)"/.exec(html)?.[1] : undefined;
  if (from === undefined) {
    const clean = cleanPaste(html);
    const names = nameOf(clean.pictures);
    return clean.html.replace(/ data-file="(\d+)"/g, (_, index) => ` data-file="${names[Number(index)] ?? ""}"`);
  }
  return from === article ? html : html.replace(/ data-id="[^"]*"/g, "");
}

const WORDS_ALONE: ReadonlySet<string> = new Set(["cell", "alt", "caption"]);

/** Into title, summary, a cell or a picture's words go words alone; what else was pasted at the head of an article becomes the beginning of its body. */
function pasteIntoWords(view: EditorView, slice: Slice): boolean {
  const { state } = view;
  const { $from } = state.selection;
  const place = $from.parent.type.name;
  const blocks = [...slice.content.content];
  if (blocks.length < 2 && (blocks[0]?.isInline || blocks[0]?.isTextblock)) return false;
  if (WORDS_ALONE.has(place)) {
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

interface ClipboardOptions {
  article: string;
  /** Where the files of a paste wait for their author. */
  files: CarriedFiles | null;
  /** Told when nothing but pictures came: the first of their places is selected. */
  onPictures: () => void;
}

/** Puts down a place for each picture, after the block with the cursor or where they were dropped, and selects the first. */
function putPictures(view: EditorView, pictures: readonly File[], { files, onPictures }: ClipboardOptions, at: number | null): void {
  const { schema, selection, doc } = view.state;
  const type = schema.nodes[AWAITED];
  if (!files || !type) return;
  const { $from } = at === null ? selection : { $from: doc.resolve(at) };
  const head = (doc.child(0).nodeSize ?? 0) + (doc.child(1).nodeSize ?? 0);
  const place = Math.max(head, $from.depth > 0 ? $from.after(1) : $from.pos);
  const tr = view.state.tr.insert(
    place,
    pictures.map((file) => type.create({ file: files.add(file) })),
  );
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, place)).scrollIntoView());
  onPictures();
}

export const Clipboard = Extension.create<ClipboardOptions>({
  name: "articleClipboard",
  addOptions: () => ({ article: "", files: null, onPictures: () => {} }),
  addProseMirrorPlugins() {
    const { options } = this;
    const { article, files } = options;
    let carried: File[] = [];
    const nameOf = (sources: readonly string[]) => filesOf(sources, carried).map((file) => (file && files ? files.add(file) : null));
    return [
      new Plugin({
        key: new PluginKey("articleClipboard"),
        props: {
          clipboardSerializer: new ArticleSerializer(this.editor.schema, article),
          transformPastedHTML: (html) => pastedHtml(html, article, nameOf),
          transformPastedText: visible,
          handlePaste: (view, _, slice) => pasteIntoWords(view, slice),
          handleDOMEvents: {
            paste(view, event) {
              carried = imageFiles(event.clipboardData);
              if (carried.length === 0 || event.clipboardData?.types.some((type) => type.startsWith("text/"))) return false;
              event.preventDefault();
              putPictures(view, carried, options, null);
              return true;
            },
            drop(view, event) {
              carried = imageFiles(event.dataTransfer);
              if (carried.length === 0 || event.dataTransfer?.types.includes("text/html")) return false;
              event.preventDefault();
              putPictures(view, carried, options, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null);
              return true;
            },
          },
        },
      }),
    ];
  },
});
