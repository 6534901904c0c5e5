import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

const Now = createContext<Date | null>(null);

/**
 * The server's time, told every second to the parts that ask for it.
 * @param start what the server rendered with, so that the first picture is the same on both sides
 * @param read the server's time as it is known now
 */
export function ClockProvider({ start, read, children }: { start: Date; read: () => Date; children: ReactNode }) {
  const [now, setNow] = useState(start);
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
