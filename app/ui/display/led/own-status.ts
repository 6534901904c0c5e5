import { bestSetting, isWhole, type Page } from "../../../core/displays/paginate.ts";
import { readingLoad } from "../../../core/displays/reading-time.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { OwnStatus } from "../player/gate-statuses.ts";
import {
  type Block,
  type Box,
  EDGE,
  type Part,
  packed,
  pagesAt,
  partGap,
  roomOf,
  type Setter,
  type Sheet,
  STATUS_SIGN,
  TO_NOTICE,
  wholeSizes,
} from "./sheets.ts";

/** What there is to add to a status is at most so large against it. */
const DETAIL_SHARE = 0.62;
/** A status takes at most so much of the height, where something has to be added. */
const STATUS_SHARE = 0.5;

interface Set {
  part: Part;
  height: number;
  load: number;
}

/** Statuses as sheets: one each; of a totem as many on one as fit it. */
export function ownSheets(setter: Setter, statuses: readonly OwnStatus[], lang: Lang): Sheet[] {
  const { height } = roomOf(setter, { lead: false, over: false, shared: false });
  const each = setter.frame.form === "totem" ? (height + partGap(setter.frame)) / statuses.length - partGap(setter.frame) : height;
  const sets = statuses.flatMap((status) => {
    const set = ownSets(setter, status, lang, each);
    return set.length === 1 ? set : ownSets(setter, status, lang, height);
  });
  return packed(setter, sets, height).map(([first, ...others]) => ({
    overs: [],
    parts: [first.part, ...others.map(({ part }) => part)],
    load: TO_NOTICE + [first, ...others].reduce((sum, { load }) => sum + load, 0),
  }));
}

/** The flow's name, its status large below it with its sign, then what there is to add; that on a sheet of its own where there is no room for it. */
function ownSets(setter: Setter, { state, over, word, detail }: OwnStatus, lang: Lang, height: number): Set[] {
  const { frame, type } = setter;
  const all = roomOf(setter, { lead: false, over: false, shared: false });
  const room: Box = { width: all.width - frame.pad * (1 + EDGE), height };
  const set = (blocks: Block[], told: string): Set => ({
    part: { lead: { kind: "state", state }, columns: [{ lang, blocks }] },
    height: blocks.reduce((sum, { size, lines }) => sum + lines.length * type.lineHeight(size), 0),
    load: readingLoad(told, lang),
  });
  const above: Block = { role: "over", size: frame.over, lines: pagesAt(setter, over, lang, room)(frame.over).pages[0] ?? [over] };
  const left = room.height - above.lines.length * type.lineHeight(frame.over);
  const status = statusBlock(setter, word, lang, { width: room.width, height: detail === null ? left : left * STATUS_SHARE });
  if (detail === null) return [set([above, status], `${over} ${word}`)];
  const below: Box = { width: room.width, height: left - status.lines.length * type.lineHeight(status.size) };
  const most = Math.max(frame.least, status.size * DETAIL_SHARE);
  const sizes = wholeSizes(setter, frame.sizes, detail, lang, below.width).filter((size) => size <= most);
  for (const size of sizes) {
    const pages = below.height < type.lineHeight(size) ? [] : pagesAt(setter, detail, lang, below)(size).pages;
    if (pages.length === 1) return [set([above, status, { role: "body", size, lines: pages[0] as Page }], `${over} ${word} ${detail}`)];
  }
  const own = bestSetting(wholeSizes(setter, frame.sizes, detail, lang, room.width), pagesAt(setter, detail, lang, { ...room, height: left }));
  const more = own.pages.map((lines) => set([above, { role: "body", size: own.size, lines }], lines.join(" ")));
  return [set([above, status], `${over} ${word}`), ...more];
}

/** A status as large as it can be on one line beside its sign; on two, where that makes it half as large again. */
function statusBlock(setter: Setter, word: string, lang: Lang, room: Box): Block {
  const { frame, type } = setter;
  const set = frame.statusSizes.flatMap((size): Block[] => {
    const width = room.width - size * (STATUS_SIGN.size + STATUS_SIGN.gap);
    const [lines, ...more] = pagesAt(setter, word, lang, { ...room, width })(size).pages;
    const fits = lines && more.length === 0 && lines.length <= 2 && lines.length * type.lineHeight(size) <= room.height;
    return fits && isWhole(word, width, type.measure(lang, size)) ? [{ role: "state", size, lines }] : [];
  });
  const [largest] = set;
  const onOne = set.find(({ lines }) => lines.length === 1);
  if (largest && onOne) return largest.size >= onOne.size * 1.5 ? largest : onOne;
  return largest ?? { role: "state", size: frame.least, lines: [word] };
}
