import type { Written } from "../../../core/articles/changes.ts";
import { sameTree } from "../../../core/articles/changes.ts";
import type { ErrorCode } from "../../../core/errors.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { Base, Clash, StructureAnswer, Submission } from "./answers.ts";
import { withoutUnwritten } from "./mapping.ts";
import { afterSaved, afterWordsClash, changedSegments, knownNodes, overTheirs, submissionOf } from "./working-copy.ts";

/** After the last keystroke, in milliseconds: the server has it then, and this device long before. */
const SAVE_AFTER_MS = 2_000;
const KEEP_AFTER_MS = 250;
/** How long after a failure it is tried again: longer each time. */
const AGAIN_MS = [2_000, 4_000, 8_000, 15_000, 30_000];

export type SaveState =
  | { kind: "saved" | "unsaved" | "saving" | "signed_out" }
  /** `kept`: this device holds it. */
  | { kind: "unreachable"; kept: boolean }
  | { kind: "refused"; code: ErrorCode; details: Readonly<Record<string, unknown>> }
  | { kind: "clash"; clash: Clash };

/** Refusals that end by themselves: the server is busy, restarts, or stumbled. */
const PASSING: ReadonlySet<string> = new Set(["unreachable", "busy", "stopping", "internal", "too_many_attempts"]);

export interface AutosaveOptions {
  article: { articleId: string; lang: Lang };
  base: Base;
  /** What stands in the editor now. */
  read(): Written;
  send(submission: Submission): Promise<StructureAnswer>;
  /** Keeps what was written on this device; null: it is saved, forget it. Rejects where nothing can be kept. */
  keep(draft: { written: Written; base: Base } | null): Promise<void>;
  /** Told after every change of the state. */
  changed(): void;
  /** Told when somebody else changed the structure while only words were changed here. */
  outrun(theirs: Base): void;
}

export interface Autosave {
  state(): SaveState;
  base(): Base;
  /** Whether something is not saved. */
  isDirty(): boolean;
  /** Something was written. */
  touched(): void;
  /** Saves now, as at a returning link or by the key for it. */
  flush(): Promise<void>;
  /** Keeps what was written on this device at once: the page may be about to go. */
  keepNow(): void;
  /** Ends a clash: what is written here is saved over theirs. */
  keepMine(): Promise<void>;
  /** Ends a clash: theirs is what is edited from now on. Returns what the editor has to show. */
  takeTheirs(): Base;
  /** Goes on from another state of the server, which the editor shows by now. */
  rebase(base: Base): void;
  close(): void;
}

/** Keeps what is written on this device and brings it to the server, until it is there; never drops any of it by itself. */
export function openAutosave({ article, base: first, read, send, keep, changed, outrun }: AutosaveOptions): Autosave {
  let base = first;
  let state: SaveState = { kind: "saved" };
  let saving: Promise<void> | null = null;
  let failures = 0;
  let closed = false;
  let kept = true;
  const timers: { save?: ReturnType<typeof setTimeout>; keep?: ReturnType<typeof setTimeout> } = {};

  const become = (next: SaveState) => {
    state = next;
    changed();
  };
  const written = (): Written => withoutUnwritten(read(), knownNodes(base));
  const isDirty = (): boolean => {
    const now = written();
    return changedSegments(base, now).length > 0 || !sameTree(base.tree, now.tree);
  };
  const saveIn = (ms: number) => {
    clearTimeout(timers.save);
    if (!closed) timers.save = setTimeout(() => void flush(), ms);
  };

  function keepNow(): void {
    clearTimeout(timers.keep);
    const draft = isDirty() ? { written: written(), base } : null;
    keep(draft).then(
      () => {
        kept = true;
      },
      () => {
        kept = false;
      },
    );
  }

  function flush(): Promise<void> {
    clearTimeout(timers.save);
    saving ??= save().finally(() => {
      saving = null;
    });
    return saving;
  }

  async function save(): Promise<void> {
    if (closed || state.kind === "clash") return;
    for (;;) {
      const now = written();
      const submission = submissionOf(base, now, article);
      if (!submission) {
        failures = 0;
        become({ kind: "saved" });
        keepNow();
        return;
      }
      const whole = Object.keys(submission.texts).length === changedSegments(base, now).length;
      become({ kind: "saving" });
      const answer = await send(submission);
      if (closed) return;
      if (answer.kind === "clash") {
        if (!answer.structure) base = afterWordsClash(base, submission, answer);
        become({ kind: "clash", clash: answer });
        keepNow();
        return;
      }
      if (answer.kind === "refused") {
        refuse(answer);
        return;
      }
      failures = 0;
      base = afterSaved(base, submission, answer);
      if (answer.newer) outrun(answer.newer);
      // What was written while this was under way waits for the next pause; what one request could not hold follows at once.
      if (!whole || !isDirty()) continue;
      become({ kind: "unsaved" });
      saveIn(SAVE_AFTER_MS);
      return;
    }
  }

  function refuse({ code, details }: Extract<StructureAnswer, { kind: "refused" }>): void {
    keepNow();
    const again = AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)] as number;
    failures += 1;
    if (code === "sign_in_needed") {
      become({ kind: "signed_out" });
      saveIn(AGAIN_MS.at(-1) as number);
    } else if (PASSING.has(code)) {
      become({ kind: "unreachable", kept });
      saveIn(again);
    } else become({ kind: "refused", code: code as ErrorCode, details });
  }

  return {
    state: () => state,
    base: () => base,
    isDirty,
    touched() {
      clearTimeout(timers.keep);
      timers.keep = setTimeout(keepNow, KEEP_AFTER_MS);
      if (state.kind === "clash") return;
      if (state.kind === "saved" || state.kind === "refused") become({ kind: "unsaved" });
      if (state.kind !== "unreachable" && state.kind !== "signed_out") saveIn(SAVE_AFTER_MS);
    },
    flush,
    keepNow,
    async keepMine() {
      if (state.kind !== "clash") return;
      base = overTheirs(base, state.clash);
      become({ kind: "unsaved" });
      await flush();
    },
    takeTheirs() {
      if (state.kind === "clash") base = state.clash.structure ? state.clash.theirs : overTheirs(base, state.clash);
      become({ kind: "saved" });
      return base;
    },
    rebase(next) {
      base = next;
      saveIn(SAVE_AFTER_MS);
    },
    close() {
      closed = true;
      clearTimeout(timers.save);
      clearTimeout(timers.keep);
    },
  };
}
