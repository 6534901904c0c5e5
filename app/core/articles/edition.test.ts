import fc from "fast-check";
import { expect, it } from "vitest";
import type { Fact } from "../facts/fact.ts";
import { byLang, LANGS } from "../language/languages.ts";
import type { Article } from "./article.ts";
import { editionHash, makeEditionBody } from "./edition.ts";
import { segmentsOf } from "./tree.ts";

const article: Article = {
  id: "a",
  slug: "tien-mat",
  sourceLang: "vi",
  revision: 1,
  tree: [
    { id: "p1", kind: "paragraph" },
    { id: "box", kind: "facts", facts: ["cash-usd"] },
  ],
  about: { kind: "article" as const, notice: null, topic: "cash", gates: [], agency: "customs", verifiedOn: null, verifyAgainBy: null },
  withdrawnAt: null,
};
const fact: Fact = {
  key: "cash-usd",
  label: { vi: "Ngoại tệ", zh: "外币" },
  value: { type: "money", amount: 5000, currency: "USD" },
  agency: "customs",
  mark: "verify",
  verifiedOn: null,
  verifyAgainBy: null,
  source: null,
};
const whole = byLang((lang) => ({ title: `${lang} t`, summary: `${lang} s`, p1: `${lang} {{fact:cash-usd}}` }));

it("an edition carries every segment in every language, in the same order, and the facts' values", () => {
  const body = makeEditionBody(article, whole, { "cash-usd": fact, other: { ...fact, key: "other" } });
  for (const lang of LANGS) expect(Object.keys(body.texts[lang])).toEqual(segmentsOf(article.tree));
  expect(body.facts).toEqual({ "cash-usd": fact });
});

it("no edition is made while any language lacks any segment, or a fact is unknown", () => {
  const gap = fc.record({
    lang: fc.constantFrom(...LANGS),
    segment: fc.constantFrom(...segmentsOf(article.tree)),
    blank: fc.constantFrom("", "  ", "\n", undefined),
  });
  fc.assert(
    fc.property(gap, ({ lang, segment, blank }) => {
      const texts = { ...whole, [lang]: { ...whole[lang], [segment]: blank } };
      expect(() => makeEditionBody(article, texts as typeof whole, { "cash-usd": fact })).toThrowError("not_ready");
    }),
  );
  expect(() => makeEditionBody(article, whole, {})).toThrowError("not_ready");
});

it("its hash changes with a word, with the structure and with a fact's value, and with nothing else", () => {
  const hash = (texts: typeof whole, about: Partial<Article>, value: Fact) =>
    editionHash(makeEditionBody({ ...article, ...about }, texts, { "cash-usd": value }));
  const base = hash(whole, {}, fact);
  expect(hash(structuredClone(whole), { revision: 9 }, { ...fact })).toBe(base);
  expect(hash({ ...whole, zh: { ...whole.zh, p1: "x" } }, {}, fact)).not.toBe(base);
  expect(hash(whole, { tree: [...article.tree].reverse() }, fact)).not.toBe(base);
  expect(hash(whole, {}, { ...fact, value: { type: "money", amount: 6000, currency: "USD" } })).not.toBe(base);
});
