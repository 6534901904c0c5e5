import type { ItemContent, PlaylistItem } from "../../../core/displays/playlist.ts";
import { byLang } from "../../../core/language/languages.ts";

/** The items as the form holds them, in its order. Numbers and days are the server's to judge. */
export function itemsFrom(form: FormData): PlaylistItem[] {
  return form.getAll("item").map((id) => {
    const field = (name: string): string => String(form.get(`item.${id}.${name}`) ?? "").trim();
    const all = (name: string): string[] => form.getAll(`item.${id}.${name}`).map(String);
    const [from, to] = [field("hours.from"), field("hours.to")];
    return {
      ...contentFrom(field),
      id: String(id),
      weight: Number(field("weight")),
      seconds: Number(field("seconds")),
      when: {
        from: field("from") || null,
        until: field("until") || null,
        weekdays: all("weekday").length ? all("weekday").map(Number) : null,
        hours: from || to ? { from, to } : null,
      },
      displays: all("display").length ? all("display") : null,
    };
  });
}

function contentFrom(field: (name: string) => string): ItemContent {
  const target = field("target");
  const alt = byLang((lang) => field(`alt.${lang}`));
  const kind = field("kind") as ItemContent["kind"];
  switch (kind) {
    case "article":
      return { kind, slug: target };
    case "picture":
      return { kind, picture: target, alt };
    case "video":
      return { kind, clip: target, alt };
    case "recording":
      return { kind, recording: target };
    default:
      return { kind };
  }
}

/** What a button of an item asks: "up:…", "down:…", "out:…". Anything else leaves the order as it is. */
export function rearranged(items: readonly PlaylistItem[], intent: string): PlaylistItem[] {
  const [ask, id] = intent.split(":");
  const at = items.findIndex((item) => item.id === id);
  if (at < 0) return [...items];
  const rest = items.toSpliced(at, 1);
  const item = items[at] as PlaylistItem;
  if (ask === "out") return rest;
  const to = ask === "up" ? Math.max(0, at - 1) : at + 1;
  return rest.toSpliced(to, 0, item);
}

/** A new item of a kind, pointing at the first thing there is of it. */
export function newItem(id: string, kind: string, first: (kind: ItemContent["kind"]) => string): PlaylistItem {
  const fields: Record<string, string> = { kind, target: first(kind as ItemContent["kind"]) };
  const times = { from: null, until: null, weekdays: null, hours: null };
  return { ...contentFrom((name) => fields[name] ?? ""), id, weight: 1, seconds: 15, when: times, displays: null };
}

/** Times of day as they are typed, one after the other. */
export const timesFrom = (typed: string): string[] => typed.split(/[\s,;、，；]+/).filter(Boolean);
