import type { Lang } from "../../../core/language/languages.ts";
import type { Stage } from "../device/stage.ts";

/** What stands on the display for a while. */
export interface Shot<View> {
  /** Tells one thing shown from the next: as long as it stays the same, one receipt goes on. */
  key: string;
  /** What its receipt names: id of a playlist's item or of a notice; null: no receipt. */
  item: string | null;
  /** Null: every language at once, or none. */
  lang: Lang | null;
  /** For the report: the item, or a screen's name. */
  showing: string;
  /** When to ask again, at the latest. */
  until: Date;
  view: View;
}

export interface Loop {
  /** Asks at once: something changed. */
  again(): void;
  stop(): void;
}

/** However long a shot stays: a clock that was set, or a machine that slept, is noticed within so long (ms). */
const LONGEST_WAIT_MS = 30_000;
const SHORTEST_WAIT_MS = 10;

/**
 * Shows one shot after the other, by the stage's clock: it asks what stands now instead of counting what it showed, so that nothing drifts, and holds
 * one timer at any time. Tells the stage what is shown and, when it is over, how long it was.
 * @param plan what stands at an instant; must not throw
 * @param show draws it; told again with the same key when only the time has passed
 */
export function runLoop<View>(
  stage: Pick<Stage, "now" | "shown" | "showing">,
  plan: (now: Date) => Shot<View>,
  show: (shot: Shot<View>, now: Date) => void,
): Loop {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: { shot: Shot<View>; at: Date } | null = null;

  function end(now: Date): void {
    if (!current) return;
    const { shot, at } = current;
    current = null;
    const seconds = Math.round((now.getTime() - at.getTime()) / 1000);
    // What nobody could have seen is no receipt; nor is a span over a clock that was set.
    if (shot.item !== null && seconds >= 1) stage.shown({ item: shot.item, lang: shot.lang, at, seconds });
  }

  function turn(): void {
    clearTimeout(timer);
    const now = stage.now();
    const shot = plan(now);
    if (shot.key !== current?.shot.key) {
      end(now);
      current = { shot, at: now };
      stage.showing(shot.showing, shot.lang);
    }
    show(shot, now);
    const wait = shot.until.getTime() - stage.now().getTime();
    timer = setTimeout(turn, Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, wait)));
  }

  turn();
  return {
    again: turn,
    stop() {
      clearTimeout(timer);
      end(stage.now());
    },
  };
}
