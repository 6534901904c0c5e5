/** An element that shows a file of the device's store. */
export type MediaElement = HTMLImageElement | HTMLVideoElement;

interface MediaFile {
  kind: "picture" | "video";
  path: string;
}

export interface MediaShelf {
  /** What is on show from now on and what comes after it, which is loaded ahead; null: no file. */
  want(current: MediaFile | null, next: MediaFile | null): void;
  /** The element of a file, loaded ahead or from now on. */
  take(what: MediaFile): MediaElement;
  close(): void;
}

/**
 * Keeps elements for the file on show and the next one, and uses them again for those that follow: a browser holds on to every picture element
 * that it has ever been asked to empty, so that new ones for each turn would fill its memory in days.
 * @param broken told when a file cannot be shown
 */
export function createMediaShelf(broken: (path: string, why: string) => void): MediaShelf {
  const elements = new Map<string, MediaElement>();
  /** Paths of what could not be shown: when it is wanted again, it may have been mended. */
  const failed = new Set<string>();
  const free: Record<MediaFile["kind"], MediaElement[]> = { picture: [], video: [] };

  function make({ kind, path }: MediaFile): MediaElement {
    const element = free[kind].pop() ?? (kind === "picture" ? new Image() : document.createElement("video"));
    if (element instanceof HTMLVideoElement) Object.assign(element, { muted: true, playsInline: true, preload: "auto" });
    element.onerror = () => {
      failed.add(path);
      broken(path, element instanceof HTMLVideoElement ? (element.error?.message ?? "video") : "image");
    };
    element.src = path;
    elements.set(path, element);
    return element;
  }

  /** What is still in the page stays as it is until the next picture has taken its place. */
  function letGo(wanted: readonly (string | undefined)[]): void {
    for (const [path, element] of elements) {
      if (wanted.includes(path) || element.isConnected) continue;
      element.onerror = null;
      element.removeAttribute("src");
      // A film keeps its buffers and its decoder until it is told that there is none.
      if (element instanceof HTMLVideoElement) element.load();
      elements.delete(path);
      failed.delete(path);
      free[element instanceof HTMLVideoElement ? "video" : "picture"].push(element);
    }
  }

  return {
    want(current, next) {
      letGo([current?.path, next?.path]);
      for (const file of [current, next]) {
        if (!file) continue;
        const element = elements.get(file.path);
        if (!element) make(file);
        else if (failed.delete(file.path)) element.src = file.path;
      }
    },
    take: (what) => elements.get(what.path) ?? make(what),
    close: () => letGo([]),
  };
}
