import { htmlTree } from "./html-tree.ts";
import type { PastedWords } from "./inline-words.ts";
import { type PastedBlock, pastedBlocks } from "./pasted-blocks.ts";

/**
 * HTML of a foreign clipboard (Word, Google Docs, a web page) as the little HTML that an editor takes: p, h2, h3, ul, ol, li, table, tr,
 * td, strong, and links that are safe. Nothing of the given HTML but its words and their places reaches the editor.
 */
export const cleanHtml = (html: string): string => cleanPaste(html).html;

/**
 * The same with the places of its pictures: each is `<div data-awaited data-file="0">`, counted from 0, and `pictures` says what the
 * document calls them. Their bytes are another's to find.
 */
export function cleanPaste(html: string): { html: string; pictures: string[] } {
  const from = html.indexOf("<!--StartFragment-->");
  const to = html.indexOf("<!--EndFragment-->");
  const blocks = pastedBlocks(htmlTree(from >= 0 && to > from ? html.slice(from, to) : html));
  const [only, ...more] = blocks;
  if (only?.kind === "paragraph" && !only.whole && more.length === 0) return { html: wordsHtml(only.words), pictures: [] };
  const pictures: string[] = [];
  return { html: blocks.map((block) => blockHtml(block, pictures)).join(""), pictures };
}

function blockHtml(block: PastedBlock, pictures: string[]): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${wordsHtml(block.words)}</p>`;
    case "heading":
      return `<h${block.level}>${wordsHtml(block.words)}</h${block.level}>`;
    case "list": {
      const list = block.ordered ? "ol" : "ul";
      return `<${list}>${block.items.map((words) => `<li>${wordsHtml(words)}</li>`).join("")}</${list}>`;
    }
    case "picture":
      return `<div data-awaited data-file="${pictures.push(block.source) - 1}"></div>`;
    case "table":
      return `<table><tbody>${block.rows.map((row) => `<tr>${row.map((words) => `<td>${wordsHtml(words)}</td>`).join("")}</tr>`).join("")}</tbody></table>`;
  }
}

const wordsHtml = (words: readonly PastedWords[]): string =>
  words
    .map(({ text, strong, href }) => {
      const linked = href === null ? escaped(text) : `<a href="${escaped(href)}">${escaped(text)}</a>`;
      return strong ? `<strong>${linked}</strong>` : linked;
    })
    .join("");

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
