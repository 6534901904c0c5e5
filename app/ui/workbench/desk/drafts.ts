/** What a writer has read: a text is saved against just this. */
export interface Read {
  text: string;
  revision: number;
  sourceHash: string;
}

interface Draft {
  text: string;
  read: Read;
}

/**
 * What was typed at a desk and is not saved, by field. Only one row holds fields at a time: what was typed in another waits here until
 * its writer is back.
 */
export class Drafts {
  #texts = new Map<string, Draft>();
  #former = new Map<string, string[]>();

  of(field: string): Draft | null {
    return this.#texts.get(field) ?? null;
  }

  /** Null: nothing is unsaved there any more. */
  keep(field: string, draft: Draft | null): void {
    if (draft) this.#texts.set(field, draft);
    else this.#texts.delete(field);
  }

  /** Notes what a field said before a save, for undoing it. */
  noteSaved(field: string, before: string): void {
    this.#former.set(field, [...(this.#former.get(field) ?? []), before]);
  }

  /** What a field said before its last save that is not undone yet; null: nothing was saved here. */
  takeFormer(field: string): string | null {
    return this.#former.get(field)?.pop() ?? null;
  }
}
