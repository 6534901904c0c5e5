import { emergencies } from "../../../core/displays/emergency.ts";
import { languageAt, languageOrder } from "../../../core/displays/language-turns.ts";
import { nextTurn, partAt, type Scene, type Turn, turnAt } from "../../../core/displays/loop.ts";
import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import { holdDaily, hoursOpening, noticesOpening } from "../../../core/displays/opening.ts";
import { earliest } from "../../../core/facts/gate-status.ts";
import { byLang, type Lang } from "../../../core/language/languages.ts";
import type { Stage } from "../device/stage.ts";
import { type Held, lineUp, type What } from "../player/line-up.ts";
import type { Shot } from "../player/run-loop.ts";
import type { Material } from "../player/site-names.ts";
import { speechesOf } from "../player/speeches.ts";
import { CLOCK, type LedPicture, picturesIn, picturesTogether, plainPicture } from "./pictures.ts";
import type { Setter } from "./sheets.ts";

/** What the display draws. */
export interface LedView {
  picture: LedPicture | null;
  /** Null: every language at once. */
  lang: Lang | null;
  /** Which of how many pages, from 0. */
  page: number;
  pages: number;
  /** An emergency fills the display. */
  emergency: boolean;
  /** What comes next, to be loaded ahead. */
  next: Extract<What, { kind: "picture" | "video" }> | null;
  /** When the turn began, for films: every display is at the same second. */
  begins: Date;
}

export interface Planner {
  at(now: Date): Shot<LedView>;
  /** Shows the clock in the place of an item, or of what shows a file, from now on until what is held changes. @param what the item's id, or the file's path */
  giveUp(what: string): void;
  /** What is held has changed: nothing made from it counts any more. */
  renew(): void;
}

type Stretch = { pictures: [LedPicture, ...LedPicture[]]; lang: Lang | null; begins: Date; ends: Date };

/** How many scenes are kept ready in both languages; each costs some milliseconds of measuring. */
const KEPT_SCENES = 48;
const MINUTE_MS = 60_000;

/** Decides what an LED shows at an instant: from what the device holds, the clock, and how wide letters are. Never throws. */
export function createPlanner(stage: Stage, setter: Setter): Planner {
  const givenUp = new Set<string>();
  const kept = new Map<string, [LedPicture, ...LedPicture[]] | null>();

  function heldNow(): Held & Material {
    const manifest = stage.manifest();
    const { content, words } = stage.content.holding();
    const speeches = speechesOf(words);
    return { manifest, notices: stage.notices(), content, speeches, site: manifest.site, unsure: byLang((lang) => speeches[lang].unsure) };
  }

  /** Made once for a scene and its languages, but for the gates, whose status moves with the clock. */
  function made(key: string, what: What, make: () => [LedPicture, ...LedPicture[]] | null): [LedPicture, ...LedPicture[]] | null {
    if (what.kind === "gates") return make();
    const known = kept.get(key);
    if (known !== undefined) return known;
    const pictures = make();
    if (kept.size >= KEPT_SCENES) kept.clear();
    kept.set(key, pictures);
    return pictures;
  }

  const isGivenUp = ({ item, what }: Scene<What>): boolean => givenUp.has(item) || ("path" in what && givenUp.has(what.path));

  function stretchOf(held: Held & Material, turn: Turn<What>, now: Date): Stretch {
    const { scene } = turn;
    const { languages } = held.manifest.settings;
    const { part: lang, begins, ends } = languageAt(languages, turn, now);
    if (isGivenUp(scene)) {
      const pictures = scene.what.kind === "notice" ? plainPicture(scene.what.notice) : CLOCK;
      return { pictures: [pictures], lang: null, begins: turn.begins, ends: turn.ends };
    }
    if (lang !== null && languages.show === "together") {
      const order = languageOrder(languages, turn.begins);
      const together = made(`${scene.item} ${order.join("+")}`, scene.what, () => picturesTogether(setter, scene.what, order, held, now));
      if (together) return { pictures: together, lang: null, begins: turn.begins, ends: turn.ends };
    }
    const first = lang ?? languageOrder(languages, now)[0] ?? languages.first;
    const pictures = made(`${scene.item} ${first}`, scene.what, () => picturesIn(setter, scene.what, first, held, now)) ?? [CLOCK];
    return { pictures, lang, begins, ends };
  }

  function plan(now: Date): Shot<LedView> {
    const held = heldNow();
    const entries = lineUp(held, now);
    const urgent = emergencies(held.notices, now).length > 0;
    const { quiet } = held.manifest.settings;
    if (!urgent && quiet && holdDaily(quiet, now)) {
      const { changesAt } = noticesOpening(
        held.notices.map(({ terms }) => terms),
        now,
      );
      const until = earliest([hoursOpening(quiet, now).changesAt, changesAt]) ?? inAMinute(now);
      return { key: "quiet", item: null, lang: null, showing: "quiet", until, view: blank(now) };
    }
    const turn = turnAt(entries, now);
    if (!turn) return clockShot("clock", earliest([nextTurn(entries, now), inAMinute(now)]) ?? inAMinute(now), now);
    const { scene } = turn;
    const stretch = stretchOf(held, turn, now);
    const part = partAt(stretch.pictures, ({ load }) => load, stretch.begins, stretch.ends, now);
    const following = turnAt(lineUp(held, turn.ends), turn.ends)?.scene;
    const after = following && !isGivenUp(following) ? following.what : null;
    const failed = isGivenUp(scene);
    return {
      key: `${scene.item} ${turn.begins.getTime()} ${stretch.lang} ${failed}`,
      item: failed && scene.what.kind !== "notice" ? null : scene.item,
      lang: stretch.lang,
      showing: scene.item,
      until: earliest([part.ends, turn.ends, inAMinute(now)]) ?? part.ends,
      view: {
        picture: part.part,
        lang: stretch.lang,
        page: stretch.pictures.indexOf(part.part),
        pages: stretch.pictures.length,
        emergency: urgent,
        next: after?.kind === "picture" || after?.kind === "video" ? after : null,
        begins: turn.begins,
      },
    };
  }

  return {
    at(now) {
      try {
        return plan(now);
      } catch (error) {
        stage.trouble(`led: ${error instanceof Error ? error.message : String(error)}`);
        // An emergency is told all the same, in the simplest way there is; and nothing else in its place.
        const [urgent] = emergencies(stage.notices(), now);
        return urgent ? plainShot(urgent, now) : clockShot("recovering", inAMinute(now), now);
      }
    },
    giveUp(what) {
      givenUp.add(what);
    },
    renew() {
      givenUp.clear();
      kept.clear();
    },
  };
}

const blank = (now: Date): LedView => ({ picture: null, lang: null, page: 0, pages: 1, emergency: false, next: null, begins: now });

const clockShot = (showing: string, until: Date, now: Date): Shot<LedView> => ({
  key: showing,
  item: null,
  lang: null,
  showing,
  until,
  view: { ...blank(now), picture: CLOCK },
});

function plainShot(notice: DisplayNotice, now: Date): Shot<LedView> {
  const until = earliest([inAMinute(now), notice.terms.until === null ? null : new Date(notice.terms.until)]) ?? inAMinute(now);
  const view = { ...blank(now), picture: plainPicture(notice), emergency: true };
  return { key: `${notice.id} plain`, item: notice.id, lang: null, showing: notice.id, until, view };
}

/** When the clocks of the head move on. */
const inAMinute = (now: Date): Date => new Date((Math.floor(now.getTime() / MINUTE_MS) + 1) * MINUTE_MS);
