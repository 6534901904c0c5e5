import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MarkedWords, markedWords, textOfMarkedWords } from "./marked-words.ts";

const marks = { strong: fc.boolean(), href: fc.constantFrom(null, null, "https://langson.gov.vn/a?b=1", "tel:113") };
const plain = fc.string({ unit: fc.constantFrom(..."kéo 岸口.,\n"), minLength: 1, maxLength: 6 });
const stretch = (text: fc.Arbitrary<string>): fc.Arbitrary<MarkedWords> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ text, ...marks }) },
    { weight: 1, arbitrary: fc.record({ fact: fc.constantFrom("cash-usd", "visa.fee"), ...marks }) },
  );

/** Neighbours that carry the same marks are one stretch. */
function joined(words: readonly MarkedWords[]): MarkedWords[] {
  const all: MarkedWords[] = [];
  for (const one of words) {
    const last = all.at(-1);
    if (last?.text !== undefined && one.text !== undefined && last.strong === one.strong && last.href === one.href) last.text += one.text;
    else all.push({ ...one });
  }
  return all;
}
const characters = (words: readonly MarkedWords[]): string => words.map(({ text, fact }) => text ?? `<${fact}>`).join("");

describe("a segment's text as an editor sees it", () => {
  it("comes back as it was, whatever marks lie over whatever words", () => {
    fc.assert(
      fc.property(fc.array(stretch(plain), { maxLength: 8 }), (words) => {
        expect(markedWords(textOfMarkedWords(words))).toEqual(joined(words));
      }),
    );
  });

  it.each([
    "Gọi **ngay [113](tel:113)**, mang {{fact:cash-usd}}.",
    "[**Hải quan** Lạng Sơn](https://customs.gov.vn)",
    "một * hai [ba] (bốn)",
    "**{{fact:a}}** và [{{fact:b}}](tel:1)",
    "",
  ])("writes %j just as it was read", (text) => expect(textOfMarkedWords(markedWords(text))).toBe(text));

  it("gives up a mark sooner than a character", () => {
    const hard = fc.string({ unit: fc.constantFrom(..."a*[]"), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(hard, fc.constantFrom(null, "tel:113"), (text, href) => {
        const read = markedWords(textOfMarkedWords([{ text: `x${text}x`, strong: true, href }]));
        expect(characters(read).replaceAll("*", "")).toBe(`x${text}x`.replaceAll("*", ""));
      }),
    );
  });

  it("writes no link that readers could not be given", () => {
    for (const href of ["javascript:alert(1)", "https://a.vn/(b)", "https://a.vn/b c", "http://a.vn"])
      expect(textOfMarkedWords([{ text: "bấm", strong: false, href }])).toBe("bấm");
  });
});
