import { useEffect } from "react";
import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { Stage } from "../device/stage.ts";
import type { Place } from "./state.ts";

/** A notice counts as shown when it has been on the glass for so long; from then on every minute is told (ms). */
const FIRST = 3_000;
const REGULAR = 60_000;

/** Tells a paired device's server what is on the glass, and which emergency was shown when. Who stood before it is nobody's business. */
export function useStageReports(stage: Stage | undefined, place: Place, lang: Lang | null, emergencies: readonly DisplayNotice[]): void {
  const ids = emergencies.map(({ id }) => id).join(" ");
  const showing = ids || place.screen;
  useEffect(() => stage?.showing(showing, ids ? null : lang), [stage, showing, ids, lang]);
  useEffect(() => {
    if (!stage || ids === "") return;
    let since = stage.now();
    const tell = () => {
      const now = stage.now();
      const seconds = Math.round((now.getTime() - since.getTime()) / 1000);
      // What a clock that was set tells is no length.
      if (seconds > 0) for (const item of ids.split(" ")) stage.shown({ item, lang: null, at: since, seconds });
      since = now;
    };
    const first = setTimeout(tell, FIRST);
    const timer = setInterval(tell, REGULAR);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      tell();
    };
  }, [stage, ids]);
}
