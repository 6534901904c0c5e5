import { useEffect, useState } from "react";
import { Both } from "./both.tsx";
import type { PairingView } from "./pairing.ts";
import { PlainScreen } from "./plain-screen.tsx";

/** The code that a technician types at the workbench, large, and how long it can be typed. */
export function PairingScreen({ offer, away, now }: PairingView & { now: () => Date }) {
  const left = useSecondsLeft(offer?.expiresAt ?? null, now);
  return (
    <PlainScreen screen="pairing">
      <h1>
        <Both words={(t) => t("pairing.title")} />
      </h1>
      {offer ? (
        <>
          <p className="device-code" translate="no">
            {[...offer.code].map((symbol, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a code is its symbols in their order
              <span key={index}>{symbol}</span>
            ))}
          </p>
          <p className="device-lead">
            <Both words={(t) => t("pairing.how")} />
          </p>
          <p className="device-left">
            <Both words={(t) => t("pairing.remaining", { time: clockOf(left) })} />
          </p>
        </>
      ) : (
        <p className="device-lead" role="status">
          <Both words={(t) => t(away ? "away" : "pairing.asking")} />
        </p>
      )}
      {offer && away && (
        <p className="device-away" role="status">
          <Both words={(t) => t("away")} />
        </p>
      )}
    </PlainScreen>
  );
}

function useSecondsLeft(expiresAt: string | null, now: () => Date): number {
  const read = () => (expiresAt === null ? 0 : Math.max(0, Math.floor((Date.parse(expiresAt) - now().getTime()) / 1000)));
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return read();
}

const clockOf = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
