import type { InitOptions } from "i18next";
import { DEFAULT_LANG, LANGS } from "../core/language/languages.ts";

export const NAMESPACES = [
  "common",
  "visitor",
  "pages",
  "asking",
  "tools",
  "workbench",
  "people",
  "desk",
  "writing",
  "checks",
  "publishing",
  "records",
  "kiosk",
  "device",
  "fleet",
  "errors",
  "notes",
] as const;
export type Namespace = (typeof NAMESPACES)[number];

/** Whom a page is for; it decides which strings a hydrated page loads. */
export type Audience = "visitor" | "workbench" | "display";

export const NAMESPACES_OF: Record<Audience, readonly Namespace[]> = {
  visitor: ["common", "visitor", "pages", "asking", "tools", "errors"],
  workbench: ["common", "workbench", "people", "desk", "writing", "checks", "publishing", "records", "fleet", "errors"],
  display: ["common", "pages", "asking", "kiosk", "device", "errors"],
};

/** The same on the server and in the browser, so that both render the same words. */
export const options: InitOptions = {
  supportedLngs: [...LANGS],
  fallbackLng: DEFAULT_LANG,
  defaultNS: "common",
  ns: [...NAMESPACES],
  initImmediate: false, // resources are at hand: be ready when init() returns
  interpolation: { escapeValue: false }, // React escapes
  react: { useSuspense: false },
};
