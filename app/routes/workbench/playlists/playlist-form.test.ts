import { expect, test } from "vitest";
import type { PlaylistItem } from "../../../core/displays/playlist.ts";
import { itemsFrom, newItem, rearranged, timesFrom } from "./playlist-form.ts";

const item = (id: string): PlaylistItem => newItem(id, "clock", () => "");
const ids = (items: readonly PlaylistItem[]): string => items.map(({ id }) => id).join("");

test("buttons move an item by one place, take it out, or leave the order as it is", () => {
  const items = [item("a"), item("b"), item("c")];
  expect(ids(rearranged(items, "up:b"))).toBe("bac");
  expect(ids(rearranged(items, "up:a"))).toBe("abc");
  expect(ids(rearranged(items, "down:b"))).toBe("acb");
  expect(ids(rearranged(items, "down:c"))).toBe("abc");
  expect(ids(rearranged(items, "out:b"))).toBe("ac");
  expect(ids(rearranged(items, "save"))).toBe("abc");
});

test("a form gives every item back as it was shown", () => {
  const form = new FormData();
  const fields: Record<string, string> = {
    kind: "article",
    target: "gio-mo-cua",
    weight: "3",
    seconds: "20",
    from: "2026-12-01",
    "hours.from": "07:00",
    "hours.to": "17:00",
  };
  form.append("item", "x");
  for (const [name, value] of Object.entries(fields)) form.append(`item.x.${name}`, value);
  form.append("item.x.weekday", "1");
  form.append("item.x.weekday", "5");
  expect(itemsFrom(form)).toEqual([
    {
      kind: "article",
      slug: "gio-mo-cua",
      id: "x",
      weight: 3,
      seconds: 20,
      when: { from: "2026-12-01", until: null, weekdays: [1, 5], hours: { from: "07:00", to: "17:00" } },
      displays: null,
    },
  ]);
});

test("times are read however they are set apart, in Vietnamese or Chinese punctuation", () =>
  expect(timesFrom(" 07:00, 09:30；14:00 ")).toEqual(["07:00", "09:30", "14:00"]));
