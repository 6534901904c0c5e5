import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { useBeforePaint } from "./before-paint.ts";

const Now = createContext<Date | null>(null);

/**
 * The server's time, told every second to the parts that ask for it.
 * @param start what the server rendered with, so that the first picture is the same on both sides
 * @param read the server's time as it is known now
 * @param pulse another value asks for the time at once: what has just come may hold since this very moment
 */
export function ClockProvider({ start, read, pulse, children }: { start: Date; read: () => Date; pulse: unknown; children: ReactNode }) {
  const [now, setNow] = useState(start);
  const seen = useRef(pulse);
  useBeforePaint(() => {
    if (seen.current === pulse) return;
    seen.current = pulse;
    setNow(read());
  }, [pulse, read]);
  useEffect(() => {
    setNow(read());
    const timer = setInterval(() => setNow(read()), 1000);
    return () => clearInterval(timer);
  }, [read]);
  return <Now.Provider value={now}>{children}</Now.Provider>;
}

export function useNow(): Date {
  const now = useContext(Now);
  if (!now) throw new Error("no clock here");
  return now;
}
