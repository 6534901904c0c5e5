import type { Display, DisplayKind, DisplaySettings } from "../../../core/displays/display.ts";
import { LANGS, type Lang } from "../../../core/language/languages.ts";
import { TURNS } from "../../../ui/workbench/fleet/settings-form.tsx";

export type Typed = Readonly<Record<string, string>>;

/** Every field of a form as it was typed; of several with one name the last. */
export const typedIn = (form: FormData): Typed => Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));

/** What the form about a new display says. The server judges it. */
export const pairingFrom = ({ code = "", name = "", site = "", kind = "" }: Typed) => ({
  code,
  name,
  site,
  kind: kind as DisplayKind,
  size: null,
  settings: null,
});

/** What the form about a display's ways says. The server judges it. */
export function changeFrom(typed: Typed): { revision: number; name: string; site: string; size: Display["size"]; settings: DisplaySettings } {
  const { revision = "", name = "", site = "", width = "", height = "", show = "", first = "", playlist = "", brightness = "" } = typed;
  const turns = Array.from({ length: TURNS }, (_, index) => ({
    from: typed[`turn.${index}.from`] ?? "",
    to: typed[`turn.${index}.to`] ?? "",
    first: (typed[`turn.${index}.first`] ?? LANGS[0]) as Lang,
  }));
  const [from, to] = [typed["quiet.from"] ?? "", typed["quiet.to"] ?? ""];
  return {
    revision: Number(revision),
    name,
    site,
    size: width || height ? { width: Number(width), height: Number(height) } : null,
    settings: {
      languages: { show: show as DisplaySettings["languages"]["show"], first: first as Lang, turns: turns.filter((turn) => turn.from || turn.to) },
      playlist: playlist || null,
      brightness: Number(brightness),
      quiet: from || to ? { from, to } : null,
    },
  };
}
