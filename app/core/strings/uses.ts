/**
 * Where the interface strings are used, read from the program's own sources: which file asks for which key, and which pages that file
 * is part of. Read once, while building; a key made of parts (`kinds.${kind}`) is found by the parts that are written out.
 */

/** The keys of each namespace. */
export type KeysOf = Readonly<Record<string, readonly string[]>>;

/** The pages that show a string, by namespace and key; a key that is nowhere found is left out. */
export type StringUses = Record<string, Record<string, string[]>>;

interface Source {
  /** The files that it runs. */
  imports: string[];
  /** These, and those of which it takes types alone. */
  knows: string[];
  /** The namespaces that it names. */
  namespaces: Set<string>;
  /** Its literals, as patterns of keys; with the namespace where they name one. */
  asks: { namespace: string | null; key: RegExp; bare: boolean }[];
}

/**
 * @param sources text of each file, by path ("app/ui/visitor/home-page.tsx")
 * @param pages the files that are pages by themselves, and what each is called
 */
export function usesOf(sources: Readonly<Record<string, string>>, pages: Readonly<Record<string, string>>, keys: KeysOf): StringUses {
  const files = new Map(Object.entries(sources).map(([path, text]) => [path, read(path, text, sources, keys)]));
  const shownOn = pagesOfFiles(files, pages);
  const uses: StringUses = {};
  for (const [path, { asks }] of files) {
    const on = shownOn.get(path);
    if (!on || asks.length === 0) continue;
    const spoken = namespacesOf(path, files);
    for (const { namespace, key, bare } of asks) {
      // What is made of nothing but parts could be a key of any namespace: it counts where only one is spoken.
      if (bare && namespace === null && spoken.size !== 1) continue;
      for (const name of namespace === null ? spoken : [namespace]) note(uses, name, keys, key, on);
    }
  }
  return uses;
}

function note(uses: StringUses, namespace: string, keys: KeysOf, asked: RegExp, on: ReadonlySet<string>): void {
  const known = uses[namespace] ?? {};
  uses[namespace] = known;
  for (const key of keys[namespace] ?? []) if (asked.test(key)) known[key] = [...new Set([...(known[key] ?? []), ...on])].sort();
}

/** A file that is handed its words by another speaks the namespaces of those that it knows, and of those that they know. */
function namespacesOf(path: string, files: ReadonlyMap<string, Source>): Set<string> {
  const own = files.get(path)?.namespaces ?? new Set<string>();
  if (own.size > 0) return own;
  const known = (one: string): string[] => files.get(one)?.knows ?? [];
  const near = known(path);
  return new Set([...near, ...near.flatMap(known)].flatMap((one) => [...(files.get(one)?.namespaces ?? [])]));
}

function pagesOfFiles(files: ReadonlyMap<string, Source>, pages: Readonly<Record<string, string>>): Map<string, Set<string>> {
  const shownOn = new Map<string, Set<string>>();
  for (const [entry, page] of Object.entries(pages)) {
    const reached = new Set([entry]);
    for (const path of reached) for (const other of files.get(path)?.imports ?? []) reached.add(other);
    for (const path of reached) shownOn.set(path, (shownOn.get(path) ?? new Set()).add(page));
  }
  return shownOn;
}

const IMPORT = /^(?:import|export)\b( type\b)?[^;]*?\bfrom "(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gm;
const SPOKEN = /useTranslation\(([^)]*)\)|TFunction<([^;={]*?)>|getFixedT\([^,()]*,([^)]*)\)|\bns=("[^"]*")/g;
const PLAIN = /"((?:[a-z]+:)?[\w.-]+)"/g;
const MADE = /`((?:[^`\\$\n]|\$\{[^{}`]*\}|\$(?!\{))*)`/g;

function read(path: string, text: string, sources: Readonly<Record<string, string>>, keys: KeysOf): Source {
  const found = [...text.matchAll(IMPORT)].flatMap(([, type, from, later]) => resolved(path, from ?? later ?? "", sources).map((file) => ({ file, type })));
  const knows = found.map(({ file }) => file);
  const imports = found.flatMap(({ file, type }) => (type ? [] : [file]));
  const namespaces = new Set<string>();
  for (const [whole, ...named] of text.matchAll(SPOKEN)) {
    const names = [...named.join(" ").matchAll(/"([\w-]+)"/g)].map(([, name]) => name as string).filter((name) => Object.hasOwn(keys, name));
    for (const name of whole === "useTranslation()" ? ["common"] : names) namespaces.add(name);
  }
  const asks = [...text.matchAll(PLAIN), ...text.matchAll(MADE)].flatMap(([, literal = ""]) => askOf(literal, keys));
  return { imports, knows, namespaces, asks };
}

/** Plural forms of a key are asked for by the key alone. */
const PLURAL = "(?:_ordinal)?(?:_(?:zero|one|two|few|many|other))?";

function askOf(literal: string, keys: KeysOf): Source["asks"] {
  const [, named, key] = /^(?:([a-z]+):)?(.*)$/s.exec(literal) ?? [];
  const namespace = named && Object.hasOwn(keys, named) ? named : null;
  const written = key?.replaceAll(/\$\{[^{}]*\}/g, "") ?? "";
  if (!key || (named && !namespace) || !/^(?:[\w.-]|\$\{[^{}]*\})+$/.test(key)) return [];
  // Parts alone, or with a letter between them, are rather a class or a tag.
  if (key !== written && !written.includes(".")) return [];
  const pattern = key
    .split(/\$\{[^{}]*\}/)
    .map((part) => part.replaceAll(".", "\\."))
    .join("[\\w.-]+");
  return [{ namespace, key: new RegExp(`^${pattern}${PLURAL}$`), bare: !/[a-zA-Z]/.test(written) }];
}

function resolved(from: string, to: string, sources: Readonly<Record<string, string>>): string[] {
  const path = from.split("/").slice(0, -1);
  for (const step of to.split("?")[0]?.split("/") ?? []) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  const file = path.join("/");
  return Object.hasOwn(sources, file) ? [file] : [];
}
