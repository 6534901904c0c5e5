import { isSafeHref } from "../../articles/inline.ts";
import type { Issue } from "./check.ts";
import { issue, type PairCheck, type TextCheck } from "./pair.ts";
import type { Reading } from "./reading.ts";
import { teaches } from "./untranslated.ts";

/** Narrow and wide brackets count as one here: which of them is right is the widths' affair. */
const OPENING = new Map([..."(（", ..."[［【", ..."《〈", ..."“", ..."「『"].map((sign) => [sign, kindOf(sign)]));
const CLOSING = new Map([...")）", ..."]］】", ..."》〉", ..."”", ..."」』"].map((sign) => [sign, kindOf(sign)]));

function kindOf(sign: string): string {
  return ["()（）", "[]［］【】", "《》〈〉", "“”", "「」『』"].find((kind) => kind.includes(sign)) ?? sign;
}

/** "a)", "2)" at the head of a point open nothing. */
const POINT = /(?:^|[\s;；,，:：。.])[\p{L}\d]{1,2}$/u;

/** Brackets and quotation marks (GB/T 15834-2011 sets them in pairs, Vietnamese does the same), emphasis, tags and links of one text. */
export const checkStructure: TextCheck = (reading) => {
  const { lang, text } = reading;
  const at = unbalanced(reading);
  const broken = brokenLink(text);
  return [
    ...(at === null ? [] : [issue("structure", lang, { reason: "unbalanced", at: { from: at, to: at + 1 }, details: { found: text[at] ?? "" } })]),
    ...((text.match(/\*\*/g)?.length ?? 0) % 2 ? [markAt(reading, "**")] : []),
    ...((text.match(/"/g)?.length ?? 0) % 2 ? [markAt(reading, '"')] : []),
    ...unclosedTags(reading),
    ...(broken === null
      ? []
      : [
          issue("structure", lang, {
            reason: "link",
            at: { from: text.indexOf(broken), to: text.indexOf(broken) + broken.length },
            details: { found: broken },
          }),
        ]),
  ];
};

function markAt({ lang, text }: Reading, mark: string): Issue {
  const from = text.lastIndexOf(mark);
  return issue("structure", lang, { reason: "unbalanced", at: { from, to: from + mark.length }, details: { found: mark } });
}

/** Where the first bracket stands that lacks its partner; null where all have theirs. */
function unbalanced({ words }: Reading): number | null {
  const open: { kind: string; at: number }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const sign = words[at] as string;
    const opening = OPENING.get(sign);
    const closing = CLOSING.get(sign);
    if (opening) open.push({ kind: opening, at });
    else if (closing) {
      const isPoint = closing === "()（）" && open.at(-1)?.kind !== closing && POINT.test(words.slice(Math.max(0, at - 3), at));
      if (isPoint) continue;
      if (open.pop()?.kind !== closing) return at;
    }
  }
  return open[0]?.at ?? null;
}

const TAG = /<(?<end>\/)?(?<name>[a-zA-Z0-9]+)\s*(?<alone>\/)?>/g;

function unclosedTags({ lang, text }: Reading): Issue[] {
  const open: string[] = [];
  for (const match of text.matchAll(TAG)) {
    const { end, name = "", alone } = match.groups ?? {};
    if (alone) continue;
    if (!end) open.push(name);
    else if (open.pop() !== name)
      return [issue("structure", lang, { reason: "unbalanced", at: { from: match.index, to: match.index + match[0].length }, details: { found: match[0] } })];
  }
  const left = open[0];
  return left === undefined ? [] : [issue("structure", lang, { reason: "unbalanced", details: { found: `<${left}>` } })];
}

const LINK_LIKE = /\[[^[\]]*\]\s*\((?<href>[^()]*)\)/g;

/** Something that was meant as a link and is none: with a space in it, or to an address that is not allowed. */
function brokenLink(text: string): string | null {
  for (const match of text.matchAll(LINK_LIKE)) {
    const href = match.groups?.href ?? "";
    const meant = /^(?:[a-z]+:|\/|www\.)/i.test(href.trim());
    if (meant && (!isSafeHref(href) || /\s/.test(href) || /\]\s+\(/.test(match[0]) || match[0].startsWith("[]"))) return match[0];
  }
  return null;
}

/** Emphasis that one language has and the other has not. */
export const checkEmphasis: PairCheck = (pair) => {
  const { source, target } = pair;
  const [asked, given] = [source, target].map(({ text }) => (text.match(/\*\*(?:(?!\*\*)[\s\S])+\*\*/g) ?? []).length) as [number, number];
  if (asked === given || teaches(pair)) return [];
  return [issue("structure", target.lang, { reason: "strong", severity: "warning", details: { expected: String(asked), found: String(given) } })];
};
