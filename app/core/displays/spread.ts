/**
 * The order in which weighted items come in one round: each as often as its weight, in lowest terms, and as evenly spread as can be
 * (smooth weighted round robin, as nginx spreads requests). The same for everybody who asks; among equals the earlier comes first.
 * @param weights whole numbers from 1
 * @returns indexes of the items
 */
export function spread(weights: readonly number[]): number[] {
  const divisor = weights.reduce(greatestDivisor, 0) || 1;
  const shares = weights.map((weight) => weight / divisor);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const due = shares.map(() => 0);
  return Array.from({ length: total }, () => {
    for (const [index, share] of shares.entries()) due[index] = (due[index] ?? 0) + share;
    const next = due.reduce((best, value, index) => (value > (due[best] ?? 0) ? index : best), 0);
    due[next] = (due[next] ?? 0) - total;
    return next;
  });
}

export const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));
