/**
 * How many slips of the finger lie between two words: a letter missing, one too many, another one, or two neighbours exchanged.
 * Words are folded, so that a slip is a letter and never an accent.
 * @returns the number, or `most + 1` as soon as it is certain to be more than `most`
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      row.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

/** How many slips a word of so many letters may have and still be recognised; short words are too near each other. */
export const slipsAllowed = (length: number): number => (length >= 6 ? 2 : length >= 3 ? 1 : 0);

/** The words nearest to one, nearest first, of equals the most frequent first; the word itself is not among them. */
export function nearest(word: string, vocabulary: Iterable<readonly [word: string, count: number]>, limit: number): string[] {
  const most = slipsAllowed(word.length);
  if (most === 0) return [];
  const found: { other: string; slips: number; count: number }[] = [];
  for (const [other, count] of vocabulary) {
    if (other === word || Math.abs(other.length - word.length) > most) continue;
    const slips = editDistance(word, other, most);
    if (slips <= most) found.push({ other, slips, count });
  }
  return found
    .sort((a, b) => a.slips - b.slips || b.count - a.count || (a.other < b.other ? -1 : 1))
    .slice(0, limit)
    .map(({ other }) => other);
}
