import type { TFunction } from "i18next";
import { type ByLang, byLang, type Lang } from "../../../core/language/languages.ts";
import { instanceOf, type Speech, speechOf, type Words } from "../content/words.ts";
import type { Unsure } from "./texts.ts";

/** The translators of one language, those of players among them. */
export interface PlayerSpeech extends Speech {
  device: TFunction<"device">;
  unsure: Unsure;
}

const made = new WeakMap<Words, ByLang<PlayerSpeech>>();

/** Made once for the same words. */
export function speechesOf(words: Words): ByLang<PlayerSpeech> {
  const known = made.get(words) ?? byLang((lang) => speechIn(words, lang));
  made.set(words, known);
  return known;
}

function speechIn(words: Words, lang: Lang): PlayerSpeech {
  const instance = instanceOf(words, lang);
  const device = instance.getFixedT(lang, "device");
  return { ...speechOf(instance, lang), device, unsure: (value) => device("player.unsure", { value }) };
}
