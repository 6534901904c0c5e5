import { type CSSProperties, useEffect, useRef, useState } from "react";
import type { NoticeLevel } from "../../../core/articles/kinds.ts";
import { LANGS, language } from "../../../core/language/languages.ts";
import type { Stage } from "../device/stage.ts";
import { Guard } from "../player/guard.tsx";
import { missingItems } from "../player/line-up.ts";
import { createMediaShelf, type MediaShelf } from "../player/media.ts";
import { runLoop, type Shot } from "../player/run-loop.ts";
import { speechesOf } from "../player/speeches.ts";
import { ClockPicture } from "./clock-picture.tsx";
import { frameOf, type LedFrame } from "./frame.ts";
import { LedHead } from "./led-head.tsx";
import { PictureView } from "./picture-view.tsx";
import { createPlanner, type LedView } from "./plan.ts";
import type { Setter, Sheet } from "./sheets.ts";
import { typeOf } from "./type.ts";

interface Drawn {
  shot: Shot<LedView>;
  now: Date;
  setter: Setter;
  shelf: MediaShelf;
  giveUp: (error: unknown) => void;
}

/** An LED of any size: what its playlist says, page by page, in both languages; dark ground by day and by night. */
export function Led({ stage }: { stage: Stage }) {
  const host = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const frame = useFrame(stage);

  useEffect(() => {
    if (!host.current || !frame) return;
    const names = stage.content.holding().content.gates.flatMap(({ name }) => LANGS.flatMap((lang) => name[lang] ?? []));
    const setter: Setter = { frame, type: typeOf(host.current), names };
    const planner = createPlanner(stage, setter);
    const shelf = createMediaShelf((path, why) => {
      stage.trouble(`file: ${path} ${why}`);
      planner.giveUp(path);
      loop.again();
    });
    const show = (shot: Shot<LedView>, now: Date) => {
      const { picture, next, emergency } = shot.view;
      shelf.want(picture?.kind === "media" ? picture.what : null, emergency ? null : next);
      const giveUp = (error: unknown) => {
        stage.trouble(`item: ${shot.showing} ${error instanceof Error ? error.message : String(error)}`);
        planner.giveUp(shot.showing);
      };
      setDrawn({ shot, now, setter, shelf, giveUp });
    };
    const loop = runLoop(stage, planner.at, show);
    const missed = new Set<string>();
    const tellMissing = () => {
      for (const { id, kind } of missingItems(stage.manifest()).filter(({ id }) => !missed.has(id))) {
        missed.add(id);
        stage.trouble(`item: ${id} (${kind}) has no file and is passed over`);
      }
    };
    tellMissing();
    const changed = () => {
      planner.renew();
      tellMissing();
      loop.again();
    };
    const ends = [stage.subscribe(changed), stage.content.subscribe(changed)];
    return () => {
      for (const end of ends) end();
      loop.stop();
      shelf.close();
    };
  }, [stage, frame]);

  return (
    <div ref={host} className="led" data-form={frame?.form} style={frame ? styleOf(frame) : undefined}>
      {drawn && <Picture stage={stage} drawn={drawn} />}
    </div>
  );
}

function Picture({ stage, drawn: { shot, now, setter, shelf, giveUp } }: { stage: Stage; drawn: Drawn }) {
  const { view, key } = shot;
  const { picture, lang, pages, page, emergency } = view;
  const manifest = stage.manifest();
  const { content, words } = stage.content.holding();
  const speeches = speechesOf(words);
  const place = { content, site: manifest.site, speeches, now };
  const { first } = manifest.settings.languages;
  if (!picture) return null;
  const clock = <ClockPicture setter={setter} {...place} first={first} />;
  const level = picture.kind === "words" ? levelOf(picture.sheet) : null;
  const titles =
    picture.kind === "words"
      ? picture.sheet.parts.flatMap(({ columns }) => columns.map(({ lang, blocks }) => ({ lang, text: blocks.flatMap(({ lines }) => lines).join(" ") })))
      : [];
  return (
    <main className="led-light" data-level={emergency ? "emergency" : level} style={{ opacity: manifest.settings.brightness / 100 }}>
      <Guard
        key={key}
        shot={`${key} ${page}`}
        onBroken={giveUp}
        instead={
          emergency
            ? titles.map(({ lang, text }) => (
                <p key={text} lang={language(lang).tag}>
                  {text}
                </p>
              ))
            : clock
        }
      >
        {setter.frame.head > 0 && picture.kind !== "clock" && picture.kind !== "media" && (
          <LedHead setter={setter} {...place} langs={lang ? [lang] : LANGS} first={lang ?? first} />
        )}
        {picture.kind === "clock" ? clock : <PictureView picture={picture} setter={setter} shelf={shelf} begins={view.begins} now={now} />}
        {pages > 1 && <Pages frame={setter.frame} page={page} pages={pages} />}
      </Guard>
    </main>
  );
}

/** Lengths that the stylesheet needs: a display is seldom as large as the window it is driven from. */
const styleOf = ({ width, height, pad, least }: LedFrame): CSSProperties =>
  ({ width, height, "--pad": `${pad}px`, "--hair": `${Math.max(1, Math.round(least / 18))}px` }) as CSSProperties;

/** How urgent a notice is that a sheet tells. */
function levelOf({ overs, parts: [{ lead }] }: Sheet): NoticeLevel | null {
  return lead?.kind === "level" ? lead.level : (overs[0]?.level ?? null);
}

/** Single pages can be told apart up to so many; beyond, they are one growing bar. */
const TOLD_APART = 12;

/** How many pages there are, and which this is: who reads knows that more is coming. */
function Pages({ frame, page, pages }: { frame: LedFrame; page: number; pages: number }) {
  const apart = frame.form !== "strip" && pages <= TOLD_APART;
  return (
    <div className="led-pages" style={{ height: frame.foot, gap: apart ? frame.foot : 0 }} aria-hidden="true">
      {apart ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages are told apart by their number alone
        Array.from({ length: pages }, (_, index) => <i key={index} className={index <= page ? "is-lit" : undefined} />)
      ) : (
        <>
          <i className="is-lit" style={{ flexGrow: page + 1 }} />
          <i style={{ flexGrow: pages - page - 1 }} />
        </>
      )}
    </div>
  );
}

/** The display's own size; of a screen without one, the window's. */
function useFrame(stage: Stage): LedFrame | null {
  const [frame, setFrame] = useState<LedFrame | null>(null);
  useEffect(() => {
    const read = () => {
      const size = stage.size() ?? { width: window.innerWidth, height: window.innerHeight };
      setFrame((before) => (before && before.width === size.width && before.height === size.height ? before : frameOf(size)));
    };
    read();
    window.addEventListener("resize", read);
    const end = stage.subscribe(read);
    return () => {
      window.removeEventListener("resize", read);
      end();
    };
  }, [stage]);
  return frame;
}
