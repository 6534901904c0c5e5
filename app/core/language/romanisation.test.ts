import { describe, expect, it } from "vitest";
import { romanised } from "./romanisation.ts";

describe("a sentence in Latin letters", () => {
  it("is read with its tones, sentence by sentence, with marks as Latin text has them", () => {
    expect(romanised("请问，行李检查在哪里？我在友谊口岸。", "zh")).toEqual({
      text: "Qǐng wèn, xíng li jiǎn chá zài nǎ lǐ? Wǒ zài yǒu yì kǒu àn.",
      tag: "zh-Latn-pinyin",
    });
  });

  it("keeps what is in Latin letters already", () => {
    expect(romanised("我有e-visa（电子签证）。", "zh")?.text).toBe("Wǒ yǒu e-visa (diàn zǐ qiān zhèng).");
  });

  it("does not exist for a language that is written so", () => {
    expect(romanised("Tôi bị mất hộ chiếu.", "vi")).toBeNull();
  });
});
