import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import { bestSetting } from "../../../core/displays/paginate.ts";
import { readingLoad } from "../../../core/displays/reading-time.ts";
import { byLang, LANGS, type Lang } from "../../../core/language/languages.ts";
import { shortName } from "../content/gate-name.ts";
import { type GateRow, gateRows, type OwnStatus, ownStatuses } from "../player/gate-statuses.ts";
import type { What } from "../player/line-up.ts";
import type { Material } from "../player/site-names.ts";
import { articleSayings, noticeSayings, type Saying } from "../player/texts.ts";
import { type Board, boardsOf } from "./board.ts";
import { ownSheets } from "./own-status.ts";
import { type Look, pagesAt, roomOf, type Setter, type Sheet, sharedSheets, TO_NOTICE, wordSheets } from "./sheets.ts";

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
      const { sayings, look } = tellingOf(what, lang, material);
      const urgent = setter.frame.form === "strip" && look.level !== null && look.level !== "routine";
      const announced = urgent ? ({ text: look.over ?? "", step: null } satisfies Saying) : null;
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
    const boards = boardsOf(setter, gateRows(material.content, null, material.speeches, now), langs);
    return boards.length === 1 ? atLeastOne(boards.map(boardPicture)) : null;
  }
  const told = byLang((lang) => tellingOf(what, lang, material));
  const sheets = sharedSheets(
    setter,
    langs,
    byLang((lang) => told[lang].sayings),
    byLang((lang) => told[lang].look),
  );
  return sheets && atLeastOne(sheets.map(wordPicture));
}

const wordPicture = (sheet: Sheet): LedPicture => ({ kind: "words", sheet, load: sheet.load });
const boardPicture = (board: Board): LedPicture => ({ kind: "board", board, load: board.rows.length * GLANCE });
const atLeastOne = (pictures: LedPicture[]): [LedPicture, ...LedPicture[]] => [pictures[0] ?? CLOCK, ...pictures.slice(1)];

function tellingOf(
  what: Extract<What, { kind: "article" | "notice" }>,
  lang: Lang,
  { speeches, content }: Material,
): { sayings: [Saying, ...Saying[]]; look: Look } {
  const { unsure, device } = speeches[lang];
  if (what.kind === "article") {
    const topic = content.topics.find(({ key }) => key === what.article.about.topic);
    return { sayings: articleSayings(what.article, lang, unsure), look: { level: null, over: topic?.name[lang] ?? null } };
  }
  const { level } = what.notice.terms;
  return { sayings: noticeSayings(what.notice, level === "emergency", lang, unsure), look: { level, over: device(`led.level.${level}`) } };
}

/** The own gate, flow by flow, then all the others on one line. */
function gatePictures(setter: Setter, lang: Lang, material: Material, now: Date): LedPicture[] {
  const { content, site, speeches } = material;
  const own = content.gates.find(({ key }) => key === site) ?? null;
  const others = gateRows(content, site, speeches, now);
  const board = (rows: GateRow[]) => boardsOf(setter, rows, [lang]).map(boardPicture);
  if (!own) return board(others);
  const statuses = ownStatuses(content, own, speeches[lang], setter.frame.form === "strip", now);
  if (setter.frame.form !== "strip") return [...ownSheets(setter, statuses, lang).map(wordPicture), ...board(others)];
  // A strip has no head that names the gate: its name stands in the place of the first flow's.
  const name = shortName(own, lang);
  const pages = statuses.flatMap(({ state, over, word, detail }, index) => [
    ...board([{ key: over, state, name: byLang(() => (index === 0 ? name : { text: over, lang })), word: byLang(() => word) }]),
    ...(detail === null ? [] : detailSheets(setter, state, detail, lang).map(wordPicture)),
  ]);
  return [...pages, ...board(others)];
}

/** What there is to add to a status, on pages of its own beside its sign. */
function detailSheets(setter: Setter, state: OwnStatus["state"], detail: string, lang: Lang): Sheet[] {
  const { size, pages } = bestSetting(setter.frame.sizes, pagesAt(setter, detail, lang, roomOf(setter, { lead: true, over: false, shared: false })));
  return pages.map((lines) => ({
    overs: [],
    parts: [{ lead: { kind: "state", state }, columns: [{ lang, blocks: [{ role: "body", size, lines }] }] }],
    load: TO_NOTICE + readingLoad(lines.join(" "), lang),
  }));
}
