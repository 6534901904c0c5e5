import type { Lang } from "../../../core/language/languages.ts";
import { ClockFaces } from "../content/clock-faces.tsx";
import { useNow } from "./clock.tsx";

/** The time now, as a kiosk's screens show it. */
export const Clocks = ({ langs }: { langs: readonly [Lang, ...Lang[]] }) => <ClockFaces langs={langs} now={useNow()} className="clocks" />;
