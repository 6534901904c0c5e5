import { useEffect, useState } from "react";
import type { Device } from "../device-view.ts";
import { onFiveTaps } from "./five-taps.ts";
import { PinPad } from "./pin-pad.tsx";
import { TechniciansCard } from "./technicians-card.tsx";

/** Left alone for so long, it closes by itself (ms). */
const LEFT_ALONE = 120_000;

/** What five taps in the upper left corner open: the PIN first, then the technician's card. Only where a device is paired. */
export function Card({ device }: { device: Device }) {
  const [step, setStep] = useState<"shut" | "pin" | "card">("shut");
  useEffect(() => onFiveTaps(document, () => device.identity() && setStep((now) => (now === "shut" ? "pin" : now))), [device]);
  useEffect(() => {
    if (step === "shut") return;
    const close = () => setStep("shut");
    let timer = setTimeout(close, LEFT_ALONE);
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(close, LEFT_ALONE);
    };
    document.addEventListener("pointerdown", touched, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerdown", touched, { capture: true });
    };
  }, [step]);

  const identity = device.identity();
  if (step === "shut" || !identity) return null;
  const close = () => setStep("shut");
  if (step === "pin") return <PinPad hash={identity.pin} onRight={() => setStep("card")} onClose={close} />;
  return <TechniciansCard device={device} onClose={close} />;
}
