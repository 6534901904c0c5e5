import type { NoticeTerms } from "../../../core/articles/kinds.ts";
import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import type { HeldArticle, KioskContent } from "./content.ts";
import { readWords, type Words } from "./words.ts";

/** A small whole content for tests; `change` lays over it. */
export function sampleContent(change: Partial<KioskContent> = {}): KioskContent {
  return {
    generation: "one",
    revision: 1,
    generatedAt: "2026-11-23T03:00:00.000Z",
    validUntil: null,
    stringsVersion: "aaa",
    origin: "https://portal.example",
    site: { key: "huu-nghi", position: 0, kind: "gate", name: { vi: "gate vi", zh: "gate zh" } },
    gate: "huu-nghi",
    gates: [
      {
        key: "huu-nghi",
        position: 0,
        name: { vi: "gate vi", zh: "gate zh" },
        nameMark: { vi: "confirmed", zh: "confirmed" },
        opposite: null,
        markers: null,
        kinds: [{ kind: "international_road", from: null, until: null, mark: "confirmed" }],
        hours: { passengers: "hours" },
        agency: "border-guard",
        summary: { vi: "summary vi", zh: "summary zh" },
      },
    ],
    hours: {
      hours: {
        key: "hours",
        label: { vi: "label vi", zh: "label zh" },
        value: { type: "hours", opens: "07:00", closes: "20:00" },
        agency: "border-guard",
        mark: "verify",
        verifiedOn: null,
        verifyAgainBy: null,
        source: null,
      },
    },
    observations: [],
    agencies: [
      {
        key: "border-guard",
        phone: null,
        names: [
          { from: null, until: "2025-07-01", name: { vi: "old vi", zh: "old zh" } },
          { from: "2025-07-01", until: null, name: { vi: "new vi", zh: "new zh" } },
        ],
      },
    ],
    topics: [
      { key: "hours", position: 0, icon: "clock", name: { vi: "hours vi", zh: "hours zh" } },
      { key: "cash", position: 1, icon: "banknote", name: { vi: "cash vi", zh: "cash zh" } },
    ],
    articles: [sampleArticle("gio-mo-cua", "hours"), sampleArticle("mang-tien-mat", "cash"), sampleArticle("doi-tien", "cash")],
    questions: [sampleArticle("hoi-gi", "cash", "question")],
    notices: [sampleNotice("bao-lu", "priority", { until: "2026-11-23T04:00:00.000Z" })],
    phrases: [
      {
        slug: "cau-nao",
        topic: "cash",
        texts: { vi: { sentence: "sentence vi", when: "when vi", aid: "aid vi" }, zh: { sentence: "sentence zh", when: "when zh", aid: "" } },
        romanised: { vi: null, zh: { text: "sounds", tag: "zh-Latn-pinyin" } },
      },
    ],
    readings: {},
    ...change,
  };
}

export function sampleArticle(slug: string, topic: string, kind: "article" | "question" = "article"): HeldArticle {
  const texts = { title: slug, summary: "…", "first-words": "…" };
  return {
    slug,
    edition: 1,
    tree: [{ id: "first-words", kind: "paragraph" }],
    about: { kind, notice: null, topic, gates: [], agency: "border-guard", verifiedOn: null, verifyAgainBy: null },
    texts: { vi: texts, zh: texts },
    facts: {},
  };
}

export function sampleNotice(slug: string, level: NoticeTerms["level"], change: Partial<NoticeTerms & { gates: string[] }> = {}): DisplayNotice {
  const { gates = [], from = "2026-11-23T02:00:00.000Z", until = null } = change;
  const texts = { title: slug, summary: "…", "first-words": "…" };
  return {
    id: `id-${slug}`,
    slug,
    edition: 1,
    terms: { level, from, until },
    gates,
    tree: [{ id: "first-words", kind: "paragraph" }],
    texts: { vi: texts, zh: texts },
    facts: {},
  };
}

/** As much of a bundle of strings as is told apart from another. */
export function sampleWords(title: string): Words {
  const each = { common: { a: "a" }, pages: { a: "a" }, asking: { a: "a" }, kiosk: { title } };
  const words = readWords({ vi: each, zh: each });
  if (!words) throw new Error("the sample is not whole");
  return words;
}
