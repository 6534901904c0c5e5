/**
 * Puts words into a field as if they were typed, in place of what is marked there: so that the browser's own undo takes them back.
 * @param whole in place of everything
 */
export function typeInto(field: HTMLTextAreaElement, words: string, whole: boolean): void {
  field.focus();
  if (whole) field.select();
  if (field.value === "" && words === "") return;
  // The one way that keeps the history of undo; old, and in every browser.
  const done = words === "" ? document.execCommand("delete") : document.execCommand("insertText", false, words);
  if (done) return;
  field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
