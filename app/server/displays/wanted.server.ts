import type { Display } from "../../core/displays/display.ts";
import { log } from "../logging.server.ts";

/** What displays should hold, for pages about them. Who makes the manifests says so once it is there. */
export interface WantedManifests {
  /** SHA-256 of the manifest that a display should hold; null: it cannot be made at this moment. */
  wanted: (display: Display) => Promise<string | null>;
  madeBy(make: (display: Display) => Promise<{ hash: string }>): void;
}

export function wantedManifests(): WantedManifests {
  let make: ((display: Display) => Promise<{ hash: string }>) | null = null;
  return {
    async wanted(display) {
      try {
        return (await make?.(display))?.hash ?? null;
      } catch (error) {
        log.error("a manifest could not be made", error, { site: display.site });
        return null;
      }
    },
    madeBy(maker) {
      make = maker;
    },
  };
}
