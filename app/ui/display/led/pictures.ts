import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import { bestSetting } from "../../../core/displays/paginate.ts";
import { readingLoad } from "../../../core/displays/reading-time.ts";
import { byLang, LANGS, type Lang } from "../../../core/language/languages.ts";
import { shortName } from "../content/gate-name.ts";
import type { What } from "../player/line-up.ts";
import type { Material } from "../player/site-names.ts";
import type { PlayerSpeech } from "../player/speeches.ts";
import { articleSayings, noticeSayings, type Saying } from "../player/texts.ts";
import { type Board, type BoardRow, boardRows, boardsOf, type OwnStatus, ownStatuses } from "./board.ts";
import { type Block, overOf, pagesAt, roomOf, type Setter, type Sheet, sharedSheets, TO_NOTICE, wordSheets } from "./sheets.ts";

/** What fills the display for a while. `load`: its share of the scene's time. */
export type LedPicture =
  | { kind: "words"; sheet: Sheet; load: number }
  | { kind: "board"; board: Board; load: number }
  | { kind: "clock"; load: number }
  | { kind: "plain"; titles: { lang: Lang; text: string }[]; load: number }
  | { kind: "media"; what: Extract<What, { kind: "picture" | "video" }>; load: number };

/** A line of the board is read at a glance, seconds. */
const GLANCE = 1.8;

export const CLOCK: LedPicture = { kind: "clock", load: 1 };

/** A notice's bare titles, for when nothing better can be drawn. */
export const plainPicture = (notice: DisplayNotice): LedPicture => ({
  kind: "plain",
  titles: LANGS.map((lang) => ({ lang, text: notice.texts[lang].title ?? "" })),
  load: 1,
});

/** A scene in one language, as one or several pictures. */
export function picturesIn(setter: Setter, what: What, lang: Lang, material: Material, now: Date): [LedPicture, ...LedPicture[]] {
  switch (what.kind) {
    case "clock":
      return [CLOCK];
    case "picture":
    case "video":
      return [{ kind: "media", what, load: 1 }];
    case "gates":
      return atLeastOne(gatePictures(setter, lang, material, now));
    case "article":
    case "notice": {
      const { sayings, level, over } = tellingOf(what, lang, material.speeches[lang]);
      const announced = level && setter.frame.form === "strip" && level !== "routine" ? ({ text: over ?? "", step: null } satisfies Saying) : null;
      const look = { level, over: setter.frame.form === "strip" ? null : over };
      const sheets = wordSheets(setter, sayings, lang, look);
      // A strip has no line to say how urgent it is: it says so first, on a page of its own.
      const before = announced ? wordSheets(setter, [announced], lang, look) : [];
      return atLeastOne([...before, ...sheets].map(wordPicture));
    }
  }
}

/** The same in every language at once; null where it does not fit. */
export function picturesTogether(setter: Setter, what: What, langs: readonly Lang[], material: Material, now: Date): [LedPicture, ...LedPicture[]] | null {
  if (setter.frame.form === "strip" || what.kind === "clock" || what.kind === "picture" || what.kind === "video") return null;
  if (what.kind === "gates") {
    const boards = boardsOf(setter, boardRows(material.content, null, material.speeches, now), langs);
    return boards.length === 1 ? atLeastOne(boards.map(boardPicture)) : null;
  }
  const told = byLang((lang) => tellingOf(what, lang, material.speeches[lang]));
  const sheets = sharedSheets(
    setter,
    langs,
    byLang((lang) => told[lang].sayings),
    { level: told[langs[0] as Lang].level, over: byLang((lang) => told[lang].over) },
  );
  return sheets && atLeastOne(sheets.map(wordPicture));
}

const wordPicture = (sheet: Sheet): LedPicture => ({ kind: "words", sheet, load: sheet.load });
const boardPicture = (board: Board): LedPicture => ({ kind: "board", board, load: board.rows.length * GLANCE });
const atLeastOne = (pictures: LedPicture[]): [LedPicture, ...LedPicture[]] => [pictures[0] ?? CLOCK, ...pictures.slice(1)];

function tellingOf(what: Extract<What, { kind: "article" | "notice" }>, lang: Lang, speech: PlayerSpeech) {
  if (what.kind === "article") return { sayings: articleSayings(what.article, lang, speech.unsure), level: null, over: null };
  const { notice } = what;
  const { level } = notice.terms;
  return { sayings: noticeSayings(notice, level === "emergency", lang, speech.unsure), level, over: speech.device(`led.level.${level}`) };
}

/** The own gate, flow by flow, then all the others on one line. */
function gatePictures(setter: Setter, lang: Lang, material: Material, now: Date): LedPicture[] {
  const { content, site, speeches } = material;
  const own = content.gates.find(({ key }) => key === site) ?? null;
  const others = boardRows(content, site, speeches, now);
  const board = (rows: BoardRow[]) => boardsOf(setter, rows, [lang]).map(boardPicture);
  if (!own) return board(others);
  const statuses = ownStatuses(content, own, speeches[lang], now);
  if (setter.frame.form !== "strip") return [...statuses.flatMap((status) => ownSheets(setter, status, lang)).map(wordPicture), ...board(others)];
  // A strip has no head that names the gate: its name stands in the place of the first flow's.
  const name = shortName(own, lang);
  const pages = statuses.flatMap(({ state, over, word, detail }, index) => [
    ...board([{ key: over, state, name: byLang(() => (index === 0 ? name : { text: over, lang })), word: byLang(() => word) }]),
    ...(detail === null ? [] : detailSheets(setter, state, detail, lang).map(wordPicture)),
  ]);
  return [...pages, ...board(others)];
}

/** The word large below the flow's name; what there is to add below it, or on pages of its own. */
function ownSheets(setter: Setter, { state, over, word, detail }: OwnStatus, lang: Lang): Sheet[] {
  const { frame, type } = setter;
  const room = roomOf(setter, { lead: true, over: true, shared: false });
  const above = overOf(setter, over, lang, true);
  const half = detail === null ? room.height : room.height / 2;
  const words = bestSetting(frame.sizes, pagesAt(setter, word, lang, { ...room, height: half }));
  const main: Block = { role: "state", size: words.size, lines: words.pages[0] ?? [] };
  const sheet = (blocks: Block[], told: string): Sheet => ({
    lead: { kind: "state", state },
    columns: [{ lang, blocks: above ? [above, ...blocks] : blocks }],
    load: TO_NOTICE + readingLoad(`${over} ${told}`, lang),
  });
  if (detail === null) return [sheet([main], word)];
  const height = room.height - main.lines.length * type.lineHeight(main.size);
  const [size] = frame.sizes.filter(
    (size) => size <= Math.max(frame.least, words.size * 0.75) && pagesAt(setter, detail, lang, { ...room, height })(size).length === 1,
  );
  if (size === undefined) return [sheet([main], word), ...detailSheets(setter, state, detail, lang)];
  return [sheet([main, { role: "body", size, lines: pagesAt(setter, detail, lang, { ...room, height })(size)[0] ?? [] }], `${word} ${detail}`)];
}

function detailSheets(setter: Setter, state: OwnStatus["state"], detail: string, lang: Lang): Sheet[] {
  const { size, pages } = bestSetting(setter.frame.sizes, pagesAt(setter, detail, lang, roomOf(setter, { lead: true, over: false, shared: false })));
  return pages.map((lines) => ({
    lead: { kind: "state", state },
    columns: [{ lang, blocks: [{ role: "body", size, lines }] }],
    load: TO_NOTICE + readingLoad(lines.join(" "), lang),
  }));
}
