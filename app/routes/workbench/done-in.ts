import { DONE, type Done } from "../../ui/workbench/people/done-note.tsx";

/** What the form before this page has done, as the redirect's address names it. */
export function doneIn(request: Request): Done | null {
  const named = new URL(request.url).searchParams.get("done");
  return DONE.find((one) => one === named) ?? null;
}
