import { useCallback, useEffect, useRef, useState } from "react";
import type { Lang } from "../../../core/language/languages.ts";
import { readAloud, type Synthesis, voiceFor } from "./voice.ts";

export interface ReadingAloud {
  speaking: boolean;
  start(texts: readonly string[]): void;
  stop(): void;
}

/**
 * Reading aloud, where the machine has a voice of the language; null where it has none. It ends with the language, the place, the
 * warning and the visit.
 * @param key of what may be read: another one stops what is being read
 * @param onBreath called while it reads: whoever listens is still there
 */
export function useReadingAloud(lang: Lang, key: string, onBreath: () => void): ReadingAloud | null {
  const voice = useVoice(lang);
  const [speaking, setSpeaking] = useState(false);
  const ending = useRef<(() => void) | null>(null);
  const stop = useCallback(() => {
    ending.current?.();
    ending.current = null;
    setSpeaking(false);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is being read ends with them
  useEffect(() => stop, [lang, key, stop]);
  if (!voice) return null;
  return {
    speaking,
    stop,
    start(texts) {
      stop();
      setSpeaking(true);
      ending.current = readAloud(window.speechSynthesis, voice, texts, { onBreath, onEnd: () => setSpeaking(false) });
    },
  };
}

/** Voices come late in some browsers, and with an installed package later still. */
function useVoice(lang: Lang): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  useEffect(() => {
    const synthesis: Synthesis | undefined = globalThis.speechSynthesis;
    if (!synthesis) return;
    const look = () => setVoice(voiceFor(synthesis.getVoices(), lang));
    look();
    synthesis.addEventListener("voiceschanged", look);
    return () => synthesis.removeEventListener("voiceschanged", look);
  }, [lang]);
  return voice;
}
