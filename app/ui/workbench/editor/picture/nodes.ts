import { type AnyExtension, mergeAttributes, Node } from "@tiptap/core";
import { type Picture, readPicture, sourcesOf } from "../../../../core/articles/picture.ts";
import { IDENTITY } from "../identity.ts";

/** Names of the nodes; `AWAITED` is no part of an article: it keeps a place until its picture is chosen. */
export const FIGURE = "figure";
export const ALT = "alt";
export const CAPTION = "caption";
export const AWAITED = "awaited";

/** The words that stand around pictures in the document. */
interface PictureWords {
  words: Record<"alt" | "caption" | "awaited" | "awaitedLost" | "awaitedAdd" | "awaitedLeave", string>;
}

const pictureIn = (text: string | undefined): Picture | null => {
  try {
    return readPicture(JSON.parse(text ?? ""));
  } catch {
    return null;
  }
};

const Figure = Node.create({
  name: FIGURE,
  group: "block",
  content: `${ALT} ${CAPTION}?`,
  isolating: true,
  defining: true,
  addAttributes: () => ({
    ...IDENTITY,
    picture: { default: null, rendered: false, parseHTML: (element: HTMLElement) => pictureIn(element.dataset.picture) },
  }),
  parseHTML: () => [{ tag: "figure[data-picture]", getAttrs: (element) => (pictureIn((element as HTMLElement).dataset.picture) ? null : false) }],
  renderHTML: ({ node, HTMLAttributes }) => {
    const picture = node.attrs.picture as Picture;
    const { srcSet, src } = sourcesOf(picture);
    const image = { src, srcset: srcSet, sizes: "(min-width: 50rem) 46rem, 100vw", width: picture.width, height: picture.height, alt: "", draggable: "false" };
    return [
      "figure",
      mergeAttributes(HTMLAttributes, { class: "w-figure", "data-picture": JSON.stringify(picture) }),
      ["div", { class: "w-image", contenteditable: "false" }, ["img", image]],
      ["div", { class: "w-about" }, 0],
    ];
  },
});

const words = (name: typeof ALT | typeof CAPTION, { words: said }: PictureWords) =>
  Node.create({
    name,
    content: "inline*",
    isolating: true,
    defining: true,
    addAttributes: () => IDENTITY,
    parseHTML: () => [{ tag: `p[data-about=${name}]`, priority: 60 }],
    renderHTML: ({ HTMLAttributes }) => ["p", mergeAttributes(HTMLAttributes, { class: "w-words", "data-about": name, "data-label": said[name] }), 0],
  });

/** A picture that came with a paste and still has to be uploaded, or that did not come along and has to be found. */
const awaited = ({ words: said }: PictureWords) =>
  Node.create({
    name: AWAITED,
    group: "block",
    atom: true,
    addAttributes: () => ({
      /** Which of the files that came with the paste; null: none did. */
      file: { default: null, rendered: false, parseHTML: (element: HTMLElement) => element.dataset.file || null },
    }),
    parseHTML: () => [{ tag: "div[data-awaited]" }],
    renderHTML: ({ node, HTMLAttributes }) => [
      "div",
      mergeAttributes(HTMLAttributes, { class: "w-awaited", "data-awaited": "", "data-file": node.attrs.file ?? "" }),
      ["span", {}, node.attrs.file ? said.awaited : said.awaitedLost],
      ["button", { type: "button", "data-add": "" }, said.awaitedAdd],
      ["button", { type: "button", "data-leave": "" }, said.awaitedLeave],
    ],
  });

/** A picture with its words, and the place of one that is still to come. */
export const pictureNodes = (shown: PictureWords): AnyExtension[] => [Figure, words(ALT, shown), words(CAPTION, shown), awaited(shown)];
