/** How a visitor has made the screen easier to read and to reach: for this visit alone. */
export interface Ease {
  /** Steps of text size above the usual. */
  size: 0 | 1 | 2;
  /** Stands in `data-look`, as on the visitors' pages; null: as the device shows it. */
  look: "light-more" | "dark-more" | null;
  /** Everything that can be touched stands in the lower half. */
  low: boolean;
}

export const NO_EASE: Ease = { size: 0, look: null, low: false };

export const SIZES = [0, 1, 2] as const;
export const LOOKS = [null, "light-more", "dark-more"] as const;

/**
 * Lays it over the page.
 * @returns the way to take it off again
 */
export function applyEase({ size, look, low }: Ease, root: HTMLElement): () => void {
  const before = { size: root.dataset.size, look: root.dataset.look, low: root.dataset.low };
  set(root, { size: size === 0 ? undefined : String(size), look: look ?? undefined, low: low ? "" : undefined });
  return () => set(root, before);
}

function set(root: HTMLElement, values: Record<"size" | "look" | "low", string | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete root.dataset[name];
    else root.dataset[name] = value;
  }
}
