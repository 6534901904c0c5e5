import { useCallback, useEffect, useRef, useState } from "react";
import { sendTap } from "./send-tap.ts";
import type { Tap } from "./tap.ts";
import { openTapQueue, type TapQueue } from "./tap-queue.ts";

/** How often what waits is tried again, in milliseconds; a returning link or window tries at once. */
const AGAIN_MS = 4_000;

export interface Taps {
  /** The oldest first; empty until scripts run. */
  taps: Tap[];
  needsSignIn: boolean;
  /** @returns false where nothing can be kept: then the form goes its plain way */
  send(gate: string, fields: Record<string, string>): boolean;
  takeBack(id: string): void;
  isTakenBack(id: string): boolean;
  dismiss(id: string): void;
}

/**
 * The taps of this device.
 * @param settled called when one was sent or refused
 */
export function useTaps(member: string, settled: () => void): Taps {
  const queue = useRef<TapQueue | null>(null);
  const [taps, setTaps] = useState<Tap[]>([]);
  const waiting = taps.some(({ standing }) => standing === "waiting");

  const flush = useCallback(() => {
    const one = queue.current;
    const before = one?.list().filter(({ standing }) => standing === "waiting").length;
    void one?.flush().then(() => {
      if (one.list().filter(({ standing }) => standing === "waiting").length !== before) settled();
    });
  }, [settled]);

  useEffect(() => {
    const changed = () => setTaps(queue.current?.list() ?? []);
    try {
      queue.current = openTapQueue({ storage: localStorage, member, now: () => new Date(), send: sendTap, changed });
    } catch {
      return; // no storage here: forms go their plain way
    }
    changed();
    flush();
    const onVisible = () => document.hidden || flush();
    window.addEventListener("online", flush);
    window.addEventListener("storage", changed);
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      window.removeEventListener("online", flush);
      window.removeEventListener("storage", changed);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [member, flush]);

  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(flush, AGAIN_MS);
    return () => clearInterval(timer);
  }, [waiting, flush]);

  return {
    taps,
    needsSignIn: queue.current?.needsSignIn() ?? false,
    send(gate, fields) {
      try {
        queue.current?.add({ id: newTapId(), gate, fields });
      } catch {
        return false;
      }
      flush();
      return queue.current !== null;
    },
    takeBack(id) {
      queue.current?.takeBack(id, newTapId());
      flush();
    },
    isTakenBack: (id) => queue.current?.isTakenBack(id) ?? false,
    dismiss: (id) => queue.current?.dismiss(id),
  };
}

/** 128 random bits. `crypto.randomUUID` is missing where a gate's network has no TLS. */
const newTapId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
