const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** A text for an element's content or a quoted attribute of XML 1.0. Control characters, which XML has no way to write, are left out. */
export const xmlText = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "").replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);
