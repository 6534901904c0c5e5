import { useEffect, useRef, useState } from "react";
import { isPin, isWellFormedPin } from "../../../../core/displays/pin.ts";
import { Both } from "../both.tsx";
import { Sheet } from "./sheet.tsx";

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];
const MOST_DIGITS = 12;
/** After so many wrong ones it waits so long (ms). */
const TRIES = 5;
const WAIT = 60_000;

/** Asks for the technician's PIN, and checks it without a link. */
export function PinPad({ hash, onRight, onClose }: { hash: string | null; onRight: () => void; onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [failed, setFailed] = useState(false);
  const { left, count } = useTries();

  const type = (digit: string) => {
    setFailed(false);
    setTyped((before) => (before + digit).slice(0, MOST_DIGITS));
  };
  const enter = () => {
    if (hash === null || left > 0 || !isWellFormedPin(typed)) return setFailed(typed !== "");
    setTyped("");
    if (isPin(typed, hash)) return onRight();
    count();
    setFailed(true);
  };
  const erase = () => setTyped((before) => before.slice(0, -1));

  return (
    <Sheet
      title={(t) => t("pin.title")}
      onClose={onClose}
      onKey={(key) => {
        if (/^\d$/.test(key)) type(key);
        else if (key === "Backspace") erase();
        else if (key === "Enter") enter();
      }}
    >
      {hash === null ? (
        <p>
          <Both words={(t) => t("pin.none")} />
        </p>
      ) : (
        <>
          <p className="device-pin" role="status">
            <span aria-hidden="true">{"●".repeat(typed.length) || "–"}</span>
            <span className="unseen">
              <Both words={(t) => t("pin.typed", { count: typed.length })} />
            </span>
          </p>
          <p className="device-wrong" role="alert">
            {left > 0 && <Both words={(t) => t("pin.locked", { seconds: left })} />}
            {left === 0 && failed && <Both words={(t) => t("pin.wrong")} />}
          </p>
          <div className="device-pad">
            {DIGITS.map((digit) => (
              <button key={digit} type="button" onClick={() => type(digit)}>
                {digit}
              </button>
            ))}
            <button type="button" className="wide" onClick={erase}>
              <Both words={(t) => t("pin.erase")} />
            </button>
            <button type="button" className="wide main" onClick={enter} disabled={left > 0}>
              <Both words={(t) => t("pin.enter")} />
            </button>
          </div>
        </>
      )}
    </Sheet>
  );
}

/** Wrong PINs are counted as long as the page is open: shutting the pad does not begin anew. */
const tries = { wrong: 0, until: 0 };

function useTries(): { left: number; count: () => void } {
  const [, setTick] = useState(0);
  const timer = useRef<ReturnType<typeof setInterval>>();
  useEffect(() => {
    timer.current = setInterval(() => setTick((tick) => tick + 1), 1000);
    return () => clearInterval(timer.current);
  }, []);
  return {
    left: Math.max(0, Math.ceil((tries.until - performance.now()) / 1000)),
    count() {
      tries.wrong += 1;
      if (tries.wrong % TRIES === 0) tries.until = performance.now() + WAIT;
    },
  };
}
