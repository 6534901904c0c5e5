import { createContext, type Dispatch, type ReactNode, useContext, useMemo } from "react";
import { I18nextProvider } from "react-i18next";
import { byLang, DEFAULT_LANG, type Lang } from "../../../core/language/languages.ts";
import type { Contact } from "../content/content-store.ts";
import { instanceOf, type Speech, speechOf } from "../content/words.ts";
import type { KioskEvent, KioskState } from "./state.ts";

/** What a visitor can do, without the instant at which it is done. */
export type Wish = KioskEvent extends infer Event ? (Event extends { at: number } ? Omit<Event, "at"> : Event) : never;

interface KioskValue {
  state: KioskState;
  contact: Contact;
  send: Dispatch<Wish>;
  /** The address that takes what visitors write here. */
  mailbox: string;
  /** The translators of a language. The attract screen speaks all languages at once. */
  speech: (lang: Lang) => Speech;
}

const Value = createContext<KioskValue | null>(null);

/** Gives the screens their state, and the shared parts (kit) an i18next instance of the visitor's language. */
export function KioskProvider({ children, ...value }: Omit<KioskValue, "speech"> & { children: ReactNode }) {
  const { words, lang } = value.state;
  const instances = useMemo(() => byLang((code) => instanceOf(words, code)), [words]);
  const speeches = useMemo(() => byLang((code) => speechOf(instances[code], code)), [instances]);
  return (
    <Value.Provider value={{ ...value, speech: (code) => speeches[code] }}>
      <I18nextProvider i18n={instances[lang ?? DEFAULT_LANG]}>{children}</I18nextProvider>
    </Value.Provider>
  );
}

export function useKiosk(): KioskValue {
  const value = useContext(Value);
  if (!value) throw new Error("a part of the kiosk stands outside of it");
  return value;
}

/** The words of the visitor's language; only within a visit. */
export function useSpeech(): Speech {
  const { state, speech } = useKiosk();
  if (state.lang === null) throw new Error("nobody has chosen a language yet");
  return speech(state.lang);
}
