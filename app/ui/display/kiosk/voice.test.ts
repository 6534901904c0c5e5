import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { breaths, readAloud, type Synthesis, voiceFor } from "./voice.ts";

const voice = (lang: string, localService = true) => ({ lang, localService, name: lang }) as SpeechSynthesisVoice;

test("a voice of the visitor's language is taken, and only one that speaks on this machine", () => {
  expect(voiceFor([voice("en-US"), voice("vi-VN")], "vi")?.lang).toBe("vi-VN");
  expect(voiceFor([voice("zh-HK"), voice("cmn-CN")], "zh")?.lang).toBe("cmn-CN");
  expect(voiceFor([voice("zh_CN")], "zh")?.lang).toBe("zh_CN");
  expect(voiceFor([voice("vi-VN", false), voice("zh-HK")], "vi")).toBeNull();
  expect(voiceFor([voice("vi-VN", false), voice("zh-HK")], "zh")).toBeNull();
});

test("a text is read sentence by sentence, and nothing of it is left out", () => {
  expect(breaths("Một. Hai?  Ba")).toEqual(["Một.", "Hai?", "Ba"]);
  expect(breaths("一。二；三")).toEqual(["一。", "二；", "三"]);
  const long = "từ ".repeat(200).trim();
  expect(breaths(long).every((part) => part.length <= 181)).toBe(true);
  expect(breaths(long).join(" ")).toBe(long);
  expect(breaths("字".repeat(400)).join("")).toBe("字".repeat(400));
  expect(breaths("  ")).toEqual([]);
});

interface Words {
  text: string;
  onend?: () => void;
  onerror?: () => void;
}

let said: Words[];
let cancelled: number;
const synthesis = {
  speak: (words: unknown) => void said.push(words as Words),
  cancel: () => {
    cancelled += 1;
  },
} as unknown as Synthesis;

beforeEach(() => {
  said = [];
  cancelled = 0;
  vi.stubGlobal(
    "SpeechSynthesisUtterance",
    class {
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

test("one sentence follows the other, each tells that somebody listens, and the end is told", () => {
  const told = { breaths: 0, ended: false };
  const start = () =>
    readAloud(synthesis, voice("vi"), ["Một. Hai.", "Ba."], {
      onBreath: () => {
        told.breaths += 1;
      },
      onEnd: () => {
        told.ended = true;
      },
    });
  start();
  expect(said.map(({ text }) => text)).toEqual(["Một."]);
  said[0]?.onend?.();
  said[1]?.onend?.();
  expect(said.map(({ text }) => text)).toEqual(["Một.", "Hai.", "Ba."]);
  expect(told).toEqual({ breaths: 3, ended: false });
  said[2]?.onend?.();
  expect(told.ended).toBe(true);
});

test("whoever stops it hears nothing more, and a voice that fails ends it", () => {
  let ended = 0;
  const onEnd = () => {
    ended += 1;
  };
  const stop = readAloud(synthesis, voice("vi"), ["Một. Hai."], { onBreath: () => {}, onEnd });
  const before = cancelled;
  stop();
  expect(cancelled).toBe(before + 1);
  said[0]?.onend?.();
  said[0]?.onerror?.();
  expect([said.length, ended]).toEqual([1, 0]);
  readAloud(synthesis, voice("vi"), ["Một."], { onBreath: () => {}, onEnd });
  said[1]?.onerror?.();
  expect(ended).toBe(1);
});
