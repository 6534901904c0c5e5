import { isLang, type Lang } from "../language/languages.ts";
import type { Draft } from "./draft.ts";
import type { MessageKind } from "./message.ts";
import { type Place, placeOfTopic, readPlace } from "./place.ts";

/** What a visitor wrote at a kiosk. */
export interface KioskMessage extends Draft {
  kind: MessageKind;
  lang: Lang;
  /** What it is about; null: nothing in particular. */
  place: Place | null;
}

const asText = (value: unknown): string => (typeof value === "string" ? value : "");

/** What a kiosk sends, from data that came over the wire. Null for what no kiosk sends. */
export function readKioskMessage(value: unknown): KioskMessage | null {
  if (typeof value !== "object" || value === null) return null;
  const { kind, lang, text, contact, consent, topic, from } = value as Record<string, unknown>;
  if (!isLang(lang) || (kind !== "question" && kind !== "feedback")) return null;
  const place = readPlace(asText(from), "") ?? (kind === "question" ? placeOfTopic(lang, asText(topic)) : null);
  return { kind, lang, place, text: asText(text), contact: asText(contact), consent: consent === true, trap: "" };
}
