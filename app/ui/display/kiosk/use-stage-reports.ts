import { useEffect } from "react";
import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { Stage } from "../device/stage.ts";
import type { Place } from "./state.ts";

/** An emergency counts as shown when it has been on the glass for so long; from then on every minute is told (ms). */
const FIRST = 3_000;
const REGULAR = 60_000;
/** Other notices stand there all day: they are told less often, and not at all where somebody only passed by (ms). */
const NOW_AND_THEN = 600_000;
const LEAST_SECONDS = 3;

interface OnGlass {
  place: Place;
  lang: Lang | null;
  /** They cover everything else. */
  emergencies: readonly DisplayNotice[];
  /** What the screen below shows. */
  notices: readonly DisplayNotice[];
}

/** Tells a paired device's server what is on the glass, and which notice was shown when. Who stood before it is nobody's business. */
export function useStageReports(stage: Stage | undefined, { place, lang, emergencies, notices }: OnGlass): void {
  const covering = idsOf(emergencies);
  const beneath = covering ? "" : idsOf(notices);
  const showing = covering || place.screen;
  useEffect(() => stage?.showing(showing, covering ? null : lang), [stage, showing, covering, lang]);
  useEffect(() => {
    if (!stage || covering === "") return;
    const { tell, stop } = telling(stage, covering, null, 1, REGULAR);
    const first = setTimeout(tell, FIRST);
    return () => {
      clearTimeout(first);
      stop();
    };
  }, [stage, covering]);
  useEffect(() => (stage && beneath ? telling(stage, beneath, lang, LEAST_SECONDS, NOW_AND_THEN).stop : undefined), [stage, beneath, lang]);
}

const idsOf = (notices: readonly DisplayNotice[]): string => notices.map(({ id }) => id).join(" ");

/** Tells every so often (ms) for how long the items have stood there, and once more at the end. */
function telling(stage: Stage, items: string, lang: Lang | null, leastSeconds: number, every: number): { tell: () => void; stop: () => void } {
  let since = stage.now();
  const tell = () => {
    const now = stage.now();
    const seconds = Math.round((now.getTime() - since.getTime()) / 1000);
    // What a clock that was set tells is no length.
    if (seconds >= leastSeconds) for (const item of items.split(" ")) stage.shown({ item, lang, at: since, seconds });
    since = now;
  };
  const timer = setInterval(tell, every);
  return {
    tell,
    stop() {
      clearInterval(timer);
      tell();
    },
  };
}
