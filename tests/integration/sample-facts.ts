import type { Fact } from "../../app/core/facts/fact.ts";

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
