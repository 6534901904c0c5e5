import type { Fact } from "../../app/core/facts/fact.ts";
import type { Gate } from "../../app/core/facts/gate.ts";

/** A fee that its agency has confirmed. */
export const feeNamed = (key: string, amount: number): Fact => ({
  key,
  label: { vi: "Phí", zh: "费用" },
  value: { type: "money", amount, currency: "VND" },
  agency: "customs",
  mark: "confirmed",
  verifiedOn: null,
  verifyAgainBy: null,
  source: null,
});

/** A gate that shows these hours. */
export const gateWith = (key: string, hours: Gate["hours"]): Gate => ({
  key,
  position: 0,
  name: { vi: key, zh: key },
  nameMark: { vi: "confirmed", zh: "confirmed" },
  opposite: null,
  markers: null,
  kinds: [],
  hours,
  agency: "border-guard",
  summary: { vi: "", zh: "" },
});
