import type { Editor } from "@tiptap/core";
import { Fragment, Node } from "@tiptap/pm/model";
import type { SegmentId } from "../../../core/articles/tree.ts";
import { inlineContent } from "./mapping.ts";

/** Puts other words into a segment, as an edit that can be undone. */
export function replaceWords({ state, view }: Editor, segment: SegmentId, text: string): void {
  let found: { from: number; to: number } | null = null;
  state.doc.descendants((node, pos) => {
    if (!found && node.isTextblock && (node.attrs.id === segment || node.type.name === segment)) found = { from: pos + 1, to: pos + 1 + node.content.size };
    return !found;
  });
  if (!found) return;
  const { from, to } = found as { from: number; to: number };
  const words = inlineContent(text).map((node) => Node.fromJSON(state.schema, node));
  view.dispatch(state.tr.replaceWith(from, to, Fragment.from(words)));
}
