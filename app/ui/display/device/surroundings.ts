import type { Report } from "../../../core/displays/protocol.ts";
import { openBrowserShelf } from "./browser-shelf.ts";
import type { Stream } from "./link.ts";
import { type AskInit, askServer, isHealthy } from "./server-asking.ts";
import type { Shelf } from "./shelf.ts";
import { between } from "./timers.ts";
import { underWorker } from "./worker.ts";

/** The world around a device. */
export interface Surroundings {
  openShelf(trouble: (message: string) => void, onLost: () => void): Promise<Shelf>;
  ask(path: string, init?: AskInit): Promise<Response>;
  healthy(): Promise<boolean>;
  openStream(): Stream;
  storage(): Promise<Report["storage"]>;
  size(): { width: number; height: number };
  /** Loads the page anew, at once. */
  reload(): void;
  /** Told after each swap: whether the page itself is of another build than what is held is for this to find out. */
  swapped(paths: ReadonlySet<string>, sha256: string): void;
  /** Before the first picture of what is held: waits for whom it needs. */
  beforePlaying(): Promise<void>;
  build: string;
}

/** For which manifest the page was loaded anew: once for each, whatever comes of it. */
const RELOADED_FOR = "display-reloaded-for";
/** Nobody has touched the screen for so long: it may be loaded anew. And after so long it is, whoever stands there (ms). */
const CALM = 60_000;
const LONGEST_WAIT = 600_000;
const LOOK = 5_000;

/** The browser around a device. */
export function browserSurroundings(): Surroundings {
  let lastTouch = Number.NEGATIVE_INFINITY;
  for (const kind of ["pointerdown", "keydown"]) {
    document.addEventListener(
      kind,
      () => {
        lastTouch = performance.now();
      },
      { capture: true, passive: true },
    );
  }
  let renewing = false;

  /** Loads the page anew when its own scripts are no longer those that are held, once the screen is left alone and the server is well. */
  function swapped(paths: ReadonlySet<string>, sha256: string): void {
    if (renewing || !paths.has("/display") || ownParts().every((part) => paths.has(part)) || readOnce() === sha256) return;
    renewing = true;
    const asked = performance.now();
    const look = async () => {
      const calm = performance.now() - lastTouch > CALM || performance.now() - asked > LONGEST_WAIT;
      if (!calm || !(await isHealthy())) return void setTimeout(look, LOOK);
      writeOnce(sha256);
      location.reload();
    };
    setTimeout(look, between(0, 10_000));
  }

  return {
    openShelf: openBrowserShelf,
    ask: askServer,
    healthy: isHealthy,
    openStream: () => new EventSource("/display/events"),
    async storage() {
      const estimate = await navigator.storage?.estimate?.().catch(() => null);
      return estimate ? { used: estimate.usage ?? 0, quota: estimate.quota ?? 0 } : null;
    },
    size: () => ({ width: Math.round(screen.width * devicePixelRatio), height: Math.round(screen.height * devicePixelRatio) }),
    reload: () => location.reload(),
    swapped,
    beforePlaying: () => underWorker(3_000),
    build: buildOf(ownParts()),
  };
}

/** The scripts and sheets of this very page. */
function ownParts(): string[] {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"], link[rel="stylesheet"]')].map(({ href }) => href);
  const scripts = [...document.scripts].map(({ src }) => src);
  return [...links, ...scripts].map((address) => new URL(address || "/", location.href).pathname).filter((path) => path.startsWith("/assets/"));
}

/** The hash that the build gave the page's entry. */
const buildOf = (parts: string[]): string => parts.map((part) => /entry\.client-([\w-]+)\.js$/.exec(part)?.[1]).find(Boolean) ?? "development";

function readOnce(): string | null {
  try {
    return sessionStorage.getItem(RELOADED_FOR);
  } catch {
    return null;
  }
}

function writeOnce(sha256: string): void {
  try {
    sessionStorage.setItem(RELOADED_FOR, sha256);
  } catch {
    // Storage is refused: the health answer alone holds the reload back.
  }
}
