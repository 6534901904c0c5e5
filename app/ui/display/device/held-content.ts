import { readContent } from "../content/content.ts";
import type { Contact, ContentStore, Holding } from "../content/content-store.ts";
import { readWords } from "../content/words.ts";
import type { Keeper } from "./keeper.ts";

/** The content of a device, which is what its held manifest says: it changes by a swap, and asks no server. */
export interface HeldContent extends ContentStore {
  /** Tells the listeners that `contact` is another one. */
  contactChanged(): void;
}

/** Content and words that are held; null: not whole. */
export async function readHolding(keeper: Keeper): Promise<Holding | null> {
  const held = keeper.held();
  if (!held) return null;
  const { site, resources } = held.manifest;
  const path = resources.find((one) => /^\/kiosk\/[^/]+\/content\.json$/.test(one.path))?.path;
  const content = path && readContent(await keeper.json(path), site);
  const words = content && readWords(await keeper.json(`/locales/display.${content.stringsVersion}.json`));
  return content && words ? { content, words } : null;
}

/** @param readContact how the device stands to its server now */
export function heldContent(first: Holding, keeper: Keeper, readContact: () => Contact): HeldContent {
  let holding = first;
  // The same object until it says something else: those who listen compare.
  let contact = readContact();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    holding: () => holding,
    contact: () => contact,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async refresh() {
      // What cannot be read is being mended: until then the page goes on with what it has.
      holding = (await readHolding(keeper)) ?? holding;
      contact = readContact();
      tell();
    },
    contactChanged() {
      contact = readContact();
      tell();
    },
  };
}
