import { expect, it } from "vitest";
import { byLang } from "../language/languages.ts";
import { ofStrings, sourceHashOf } from "../translation/wording.ts";
import { stringUnits } from "../workflow/units.ts";
import { baseHash, type Catalogue } from "./catalogue.ts";
import { planPull, planPush } from "./exchange.ts";
import { readLocaleFile } from "./locale-file.ts";

const base: Catalogue = { a: { vi: "Mở", zh: "开" }, b: { vi: "Đóng", zh: "关" } };
const files = (vi: object, zh: object) => new Map([["n", { vi: readLocaleFile(JSON.stringify(vi)), zh: readLocaleFile(JSON.stringify(zh)) }]]);
const NONE = { approvals: new Map(), returns: new Map() };

it("pulls what differs, and nothing over what somebody wrote into a file", () => {
  const pairs = [{ namespace: "n", key: "a", texts: { vi: "Mở cửa", zh: "开" } }];
  expect(planPull({ n: base }, pairs, files({ a: "Mở", b: "Đóng" }, { a: "开", b: "关" }), false).carried).toEqual([
    { namespace: "n", key: "a", lang: "vi", before: "Mở", after: "Mở cửa" },
  ]);
  const byHand = files({ a: "Đang mở", b: "Đóng" }, { a: "开", b: "关" });
  expect(planPull({ n: base }, pairs, byHand, false)).toMatchObject({ carried: [], inTheWay: [{ there: "Đang mở", after: "Mở cửa" }] });
  expect(planPull({ n: base }, pairs, byHand, true)).toMatchObject({ carried: [{ before: "Đang mở", after: "Mở cửa" }], inTheWay: [] });
});

it("pulls no key that the files or the program do not have", () => {
  const pairs = [{ namespace: "n", key: "gone", texts: { vi: "x", zh: "x" } }];
  expect(planPull({ n: base }, pairs, files({}, {}), false).unknown).toHaveLength(2);
});

const written = (vi: Record<string, string>, zh: Record<string, string>) => ({ vi: new Map(Object.entries(vi)), zh: new Map(Object.entries(zh)) });
const rows = (text: string) => [
  { owner: ofStrings("n"), unit: "a", lang: "zh" as const, text, sourceHash: null, revision: 1, editedBy: "lan", editedAt: new Date(0) },
];
const push = (texts: ReturnType<typeof written>, saved: ReturnType<typeof rows> = [], over = false) =>
  planPush("n", base, stringUnits(ofStrings("n"), base, [], saved, NONE), (key) => base[key] ?? byLang(() => ""), texts, over);

it("pushes what differs from the program's own; a translation knows the words of the file it stands beside", () => {
  expect(push(written({ a: "Mở", b: "Đóng" }, { a: "开", b: "关" })).carried).toEqual([]);
  const { carried } = push(written({ a: "Mở cửa", b: "Đóng" }, { a: "开放", b: "关" }));
  expect(carried.map(({ lang, after, sourceHash }) => [lang, after, sourceHash])).toEqual([
    ["vi", "Mở cửa", null],
    ["zh", "开放", sourceHashOf("Mở cửa", baseHash({ vi: "Mở", zh: "开" }))],
  ]);
});

it("lays nobody's own words at work aside unless told to", () => {
  const texts = written({ a: "Mở", b: "Đóng" }, { a: "开放", b: "关" });
  expect(push(texts, rows("开着"))).toMatchObject({ carried: [], inTheWay: [{ there: "开着", after: "开放" }] });
  expect(push(texts, rows("开着"), true)).toMatchObject({ carried: [{ before: "开着", revision: 1 }], inTheWay: [] });
});

it("names the keys that one side lacks", () => {
  expect(push(written({ a: "Mở", b: "Đóng", c: "Mới" }, { a: "开" })).unknown).toEqual([
    { namespace: "n", key: "c", lang: "vi" },
    { namespace: "n", key: "b", lang: null },
  ]);
});
