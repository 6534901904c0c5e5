import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { shortHash } from "../core/hash.ts";
import { type ByLang, byLang, LANGS, type Lang } from "../core/language/languages.ts";
import { type Catalogue, catalogueOf, published, type StringOverride, type StringTree, unflatten } from "../core/strings/catalogue.ts";
import { type Audience, NAMESPACES, NAMESPACES_OF, type Namespace, options } from "./options.ts";

const files = import.meta.glob<StringTree>("/locales/*/*.json", { import: "default", eager: true });

/** The strings as `locales/` holds them, by namespace. */
export const BASE_STRINGS: Record<string, Catalogue> = Object.fromEntries(
  NAMESPACES.map((namespace) => [namespace, catalogueOf(byLang((lang) => files[`/locales/${lang}/${namespace}.json`] ?? {}))]),
);

type Resources = ByLang<Record<Namespace, StringTree>>;

interface Bundle {
  version: string;
  json: string;
}

/** How many past versions of a bundle stay servable: a page in flight must find the very strings it was rendered with. */
const KEPT_VERSIONS = 50;

/**
 * The interface strings that readers see now: the files with the published overrides laid over them. A page is rendered with one
 * shared i18next instance of its language; each reload makes new ones, so an instance's words never change under a page.
 */
export class RuntimeStrings {
  #instances: ByLang<i18n> = byLang((lang) => instanceOf(lang, resourcesOf([])));
  #bundles = new Map<Audience, Bundle>();
  #byFile = new Map<string, string>();
  readonly #overrides: () => Promise<StringOverride[]>;

  /** `overrides`: reads all published overrides, in one statement. */
  constructor(overrides: () => Promise<StringOverride[]>) {
    this.#overrides = overrides;
  }

  /** Reads the overrides anew; called before the content revision moves. */
  async reload(): Promise<void> {
    const resources = resourcesOf(await this.#overrides());
    this.#instances = byLang((lang) => instanceOf(lang, resources));
    for (const audience of Object.keys(NAMESPACES_OF) as Audience[]) this.#keep(audience, resources);
  }

  /** The shared instance of a language; it holds every language's strings, so that `getFixedT` serves bilingual screens. */
  instance(lang: Lang): i18n {
    return this.#instances[lang];
  }

  /** What a hydrated page of an audience loads: `{ vi: { common: … }, zh: … }`, and the version that stands in its address. */
  bundle(audience: Audience): Bundle {
    const bundle = this.#bundles.get(audience);
    if (!bundle) throw new Error("strings are not loaded yet");
    return bundle;
  }

  /** The JSON behind `/locales/<audience>.<version>.json`; null when it is too old to be kept. */
  file(name: string): string | null {
    return this.#byFile.get(name) ?? null;
  }

  #keep(audience: Audience, resources: Resources): void {
    const json = JSON.stringify(byLang((lang) => Object.fromEntries(NAMESPACES_OF[audience].map((namespace) => [namespace, resources[lang][namespace]]))));
    const version = shortHash(json).slice(0, 12);
    this.#bundles.set(audience, { version, json });
    this.#byFile.set(`${audience}.${version}.json`, json);
    for (const name of this.#byFile.keys()) {
      if (this.#byFile.size <= KEPT_VERSIONS) break;
      this.#byFile.delete(name);
    }
  }
}

function resourcesOf(overrides: readonly StringOverride[]): Resources {
  const catalogues = NAMESPACES.map((namespace) => {
    const laid = overrides.filter((override) => override.namespace === namespace);
    return [namespace, published(BASE_STRINGS[namespace] as Catalogue, laid)] as const;
  });
  return byLang(
    (lang) =>
      Object.fromEntries(
        catalogues.map(([namespace, catalogue]) => [
          namespace,
          unflatten(Object.fromEntries(Object.entries(catalogue).map(([key, texts]) => [key, texts[lang]]))),
        ]),
      ) as Record<Namespace, StringTree>,
  );
}

function instanceOf(lang: Lang, resources: Resources): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({ ...options, lng: lang, resources: Object.fromEntries(LANGS.map((code) => [code, resources[code]])) });
  return instance;
}
