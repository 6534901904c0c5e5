import { useCallback, useEffect, useRef, useState } from "react";
import type { Gate } from "../../../core/facts/gate.ts";
import type { Observation } from "../../../core/facts/gate-status.ts";
import type { FlowStatus } from "../../kit/flow-status.ts";

export type Recent = Observation & { by: string | null };

/** What an operator sees of a gate. */
export interface GateNow {
  station: { gate: Gate; flows: FlowStatus[] };
  /** The newest reports, newest first. */
  recent: Recent[];
}

/** What depends on the clock is looked at this often, in milliseconds. */
const LOOK_MS = 60_000;

/**
 * The gate as it is now: read anew after each change of a gate, whoever made it. When the link is gone, what was read last stays:
 * the page must be there for the next tap.
 */
export function useFreshGate(first: GateNow): { now: GateNow; refresh(): void } {
  const [now, setNow] = useState(first);
  const { key } = first.station.gate;

  // Answers may overtake each other: one to an earlier question never replaces a later one's.
  const asked = useRef(0);
  const shown = useRef(0);

  const refresh = useCallback(() => {
    asked.current += 1;
    const turn = asked.current;
    fetch(`/workbench/gates/${encodeURIComponent(key)}/taps`, { headers: { Accept: "application/json" }, redirect: "manual" })
      .then(async (response) => {
        if (!response.ok) return;
        const answer = JSON.parse(await response.text(), revived) as GateNow;
        if (turn < shown.current) return;
        shown.current = turn;
        setNow(answer);
      })
      .catch(() => {}); // no link
  }, [key]);

  useEffect(() => {
    const stream = new EventSource("/events");
    // What changed after the page was made, or while there was no link, and before this stream began.
    stream.addEventListener("hello", refresh);
    stream.addEventListener("change", (event) => {
      if (JSON.parse(event.data).kind === "gate") refresh();
    });
    const timer = setInterval(() => document.hidden || refresh(), LOOK_MS);
    return () => {
      stream.close();
      clearInterval(timer);
    };
  }, [refresh]);

  return { now, refresh };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const revived = (_: string, value: unknown): unknown => (typeof value === "string" && INSTANT.test(value) ? new Date(value) : value);
