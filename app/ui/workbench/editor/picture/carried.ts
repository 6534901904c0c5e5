import { LARGEST_UPLOAD } from "../../../../core/articles/picture.ts";

/** Files that came with a paste or a drop and wait for their author, by a name of their own; they live as long as the page. */
export interface CarriedFiles {
  add(file: File): string;
  get(name: string | null): File | null;
}

export function carriedFiles(): CarriedFiles {
  const files = new Map<string, File>();
  return {
    add(file) {
      const name = `picture-${files.size + 1}`;
      files.set(name, file);
      return name;
    },
    get: (name) => (name === null ? null : (files.get(name) ?? null)),
  };
}

export const imageFiles = (from: DataTransfer | null): File[] => [...(from?.files ?? [])].filter(({ type }) => type.startsWith("image/"));

/**
 * The files of a document's pictures, in its order; null: it did not come along. Pictures written into the document are at hand; the
 * others come as files of the clipboard, if there are just as many: Word and Excel also put a picture of the whole selection there,
 * which is none of them.
 */
export function filesOf(sources: readonly string[], carried: readonly File[]): (File | null)[] {
  const written = sources.map((source) => (source.startsWith("data:") ? fromDataAddress(source) : null));
  const others = sources.filter((source) => !source.startsWith("data:")).length;
  const waiting = others === carried.length ? [...carried] : [];
  return sources.map((source, index) => (source.startsWith("data:") ? (written[index] ?? null) : (waiting.shift() ?? null)));
}

const DATA = /^data:(image\/[a-z+]+);base64,([A-Za-z0-9+/=\s]+)$/;

function fromDataAddress(source: string): File | null {
  if (source.length > LARGEST_UPLOAD * 1.4) return null;
  const [, type = "", bytes = ""] = DATA.exec(source) ?? [];
  if (!type) return null;
  try {
    return new File([Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))], "picture", { type });
  } catch {
    return null;
  }
}
