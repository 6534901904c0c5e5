import { placeholdersOf } from "../wording.ts";
import { issue, listed, type PairCheck } from "./pair.ts";

const NAMED_TAG = /<\/?[a-zA-Z][a-zA-Z0-9]*\s*\/?>/g;

/** Everything a translation must carry over unchanged, as often as it stands there. */
const carried = (text: string): string[] => [...placeholdersOf(text), ...(text.match(NAMED_TAG) ?? []).map((tag) => tag.replaceAll(" ", ""))];

/** Lost, renamed or invented `{{x}}`, `$t()`, tags and fact references. */
export const checkPlaceholders: PairCheck = ({ source, target }) => {
  const [asked, given] = [carried(source.text), carried(target.text)];
  const lost = without(asked, given);
  const invented = without(given, asked);
  return [
    ...(lost.length ? [issue("placeholders", target.lang, { reason: "lost", details: { expected: listed(lost) } })] : []),
    ...(invented.length
      ? [
          issue("placeholders", target.lang, {
            reason: "invented",
            at: placeOf(target.text, invented[0] as string),
            details: { found: listed(invented) },
          }),
        ]
      : []),
  ];
};

/** The first list less the second, each entry as often as it is over. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return list.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function placeOf(text: string, placeholder: string): { from: number; to: number } {
  const from = Math.max(0, text.replaceAll(" ", "\u0000").indexOf(placeholder));
  return { from, to: from + placeholder.length };
}
