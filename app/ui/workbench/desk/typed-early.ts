/**
 * What was typed before the page's scripts took over: React would put the first text back, so it is noted here from the moment
 * this module is read until the desk has taken over.
 */
const typed = new Map<string, string>();

const note = (field: Element | EventTarget | null): void => {
  if (field instanceof HTMLTextAreaElement && field.id && field.value !== field.defaultValue) typed.set(field.id, field.value);
};
const hear = (event: Event): void => note(event.target);

if (typeof document !== "undefined") {
  for (const field of document.querySelectorAll("textarea")) note(field);
  document.addEventListener("input", hear, { capture: true });
}

/** The text typed early into a field, once; null when there was none. */
export function takeTypedEarly(id: string): string | null {
  const text = typed.get(id) ?? null;
  typed.delete(id);
  return text;
}

/** The desk has taken over: what is typed from now on reaches it by itself. */
export function stopNoting(): void {
  document.removeEventListener("input", hear, { capture: true });
  typed.clear();
}
