import { useCallback, useEffect, useRef, useState } from "react";
import { type Colleague, HEARTBEAT_MS } from "../../../core/translation/presence.ts";
import type { Owner } from "../../../core/translation/wording.ts";
import type { PresenceAnswer } from "./answers.ts";
import { sayGone, send } from "./send.ts";

/** So long a hand rests on a row before colleagues hear of it. Milliseconds. */
const SETTLED_MS = 400;

/** Says where this member is at work, and hears who else is here. A page out of sight says nothing. */
export function usePresence(owner: Owner, unit: string | null, first: Colleague[]): Colleague[] {
  const [colleagues, setColleagues] = useState(first);
  const place = useRef(unit);
  place.current = unit;

  const say = useCallback(async () => {
    if (document.visibilityState === "hidden") return;
    const got = await send<PresenceAnswer>({ owner, unit: place.current ?? "" }, "presence");
    // The same people at the same places are no news: nothing is drawn again for them.
    if (got.kind === "present") setColleagues((known) => (JSON.stringify(known) === JSON.stringify(got.colleagues) ? known : got.colleagues));
  }, [owner]);

  useEffect(() => {
    const timer = setInterval(() => void say(), HEARTBEAT_MS);
    const seen = () => void say();
    const gone = () => sayGone({ owner, leaving: "1" });
    document.addEventListener("visibilitychange", seen);
    addEventListener("pagehide", gone);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
      removeEventListener("pagehide", gone);
    };
  }, [owner, say]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another row is another place
  useEffect(() => {
    const timer = setTimeout(() => void say(), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [say, unit]);
  return colleagues;
}
