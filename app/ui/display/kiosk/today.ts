import { hanoiDay } from "../../../core/facts/gate-status.ts";
import { useNow } from "./clock.tsx";

/** Today in Hanoi, YYYY-MM-DD. */
export const useToday = (): string => hanoiDay(useNow());
