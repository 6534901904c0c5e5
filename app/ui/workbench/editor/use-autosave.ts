import { useEffect, useRef, useState } from "react";
import type { Written } from "../../../core/articles/changes.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { Base } from "./answers.ts";
import { type Autosave, openAutosave, type SaveState } from "./autosave.ts";
import type { DraftStore } from "./draft-store.ts";
import { sendStructure } from "./send.ts";

interface AutosaveUse {
  article: { articleId: string; lang: Lang };
  memberId: string;
  store: DraftStore | null;
  start: { written: Written; base: Base };
  read: () => Written;
  /** Whether there is an editor to read. */
  ready: boolean;
  outrun: (theirs: Base) => void;
}

/** Saving as one writes, for as long as the editor stands. */
export function useAutosave({ article: { articleId, lang }, memberId, store, start, read, ready, outrun }: AutosaveUse): {
  state: SaveState;
  saver: Autosave | null;
} {
  const [state, setState] = useState<SaveState>({ kind: "saved" });
  const [saver, setSaver] = useState<Autosave | null>(null);
  const latest = useRef({ read, outrun });
  latest.current = { read, outrun };

  useEffect(() => {
    if (!ready) return;
    const key = draftKey();
    const opened = openAutosave({
      article: { articleId, lang },
      base: start.base,
      read: () => latest.current.read(),
      send: sendStructure,
      keep(draft) {
        if (!store) return Promise.reject(new Error("this browser keeps nothing"));
        return draft ? store.keep({ key, member: memberId, article: articleId, at: new Date().toISOString(), ...draft }) : store.drop(key);
      },
      changed: () => setState(opened.state()),
      outrun: (theirs) => latest.current.outrun(theirs),
    });
    setSaver(opened);
    // What was taken over from an earlier page is brought to the server too.
    opened.keepNow();
    if (opened.isDirty()) opened.touched();

    const again = () => void (opened.state().kind === "saved" || opened.flush());
    const onVisible = () => (document.hidden ? opened.keepNow() : again());
    const onLeave = (event: BeforeUnloadEvent) => {
      opened.keepNow();
      if (opened.isDirty()) event.preventDefault();
    };
    window.addEventListener("online", again);
    window.addEventListener("focus", again);
    window.addEventListener("beforeunload", onLeave);
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      opened.keepNow();
      opened.close();
      window.removeEventListener("online", again);
      window.removeEventListener("focus", again);
      window.removeEventListener("beforeunload", onLeave);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [ready, articleId, lang, memberId, store, start]);

  return { state, saver };
}

/** 128 random bits. `crypto.randomUUID` is missing where a network has no TLS. */
const draftKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
