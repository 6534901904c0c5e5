import { type Lang, language } from "../../../core/language/languages.ts";

/** As much of the machine's speech as is used. */
export type Synthesis = Pick<SpeechSynthesis, "speak" | "cancel" | "getVoices" | "addEventListener" | "removeEventListener">;

/** A voice of the language that speaks on this machine: what another machine speaks would have to be told it. Null: there is none. */
export const voiceFor = (voices: readonly SpeechSynthesisVoice[], lang: Lang): SpeechSynthesisVoice | null =>
  voices.find((voice) => voice.localService && language(lang).voices.test(voice.lang)) ?? null;

/** The longest stretch given to a voice at once: some stop in the middle of a longer one. In characters. */
const LONGEST = 180;

/** A text in stretches that end where a sentence does, or at least a word. The stretches joined are the text without its outer spaces. */
export function breaths(text: string): string[] {
  const sentences = text.match(/[^.!?;。！？；\n]+[.!?;。！？；\n]*\s*/gu) ?? [];
  return sentences.flatMap((sentence) => {
    const parts: string[] = [];
    let rest = sentence.trim();
    while (rest.length > LONGEST) {
      const mark = Math.max(rest.lastIndexOf(" ", LONGEST), rest.lastIndexOf("，", LONGEST), rest.lastIndexOf(",", LONGEST));
      const end = mark > 0 ? mark + 1 : LONGEST;
      parts.push(rest.slice(0, end).trim());
      rest = rest.slice(end).trim();
    }
    return rest === "" ? parts : [...parts, rest];
  });
}

/**
 * Reads texts aloud, one after the other.
 * @param onBreath before each stretch: somebody is still listening
 * @param onEnd after the last, or when the voice fails; not when it was stopped
 * @returns the way to stop at once
 */
export function readAloud(
  synthesis: Synthesis,
  voice: SpeechSynthesisVoice,
  texts: readonly string[],
  { onBreath, onEnd }: { onBreath: () => void; onEnd: () => void },
): () => void {
  const rest = texts.flatMap(breaths);
  let stopped = false;
  const next = () => {
    if (stopped) return;
    const text = rest.shift();
    if (text === undefined) return onEnd();
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    words.onend = next;
    words.onerror = () => {
      if (!stopped) onEnd();
    };
    onBreath();
    synthesis.speak(words);
  };
  synthesis.cancel();
  next();
  return () => {
    stopped = true;
    synthesis.cancel();
  };
}
