import { memo, useEffect, useRef } from "react";
import type { GateStatus } from "../../../core/facts/gate-status.ts";
import { LANGS, language } from "../../../core/language/languages.ts";
import { NoticeSign } from "../../kit/notice-sign.tsx";
import { StatusSign } from "../../kit/status-sign.tsx";
import type { MediaShelf } from "../player/media.ts";
import { type Board, ROW_GAP } from "./board.ts";
import type { LedPicture } from "./pictures.ts";
import { type Block, EDGE, gapOf, type Lead, type Over, overHeight, type Part, partGap, type Setter, type Sheet, STATUS_SIGN, TAG } from "./sheets.ts";

interface Props {
  picture: LedPicture;
  setter: Setter;
  shelf: MediaShelf;
  begins: Date;
  now: Date;
}

export function PictureView({ picture, setter, shelf, begins, now }: Props) {
  switch (picture.kind) {
    case "words":
      return <Words sheet={picture.sheet} setter={setter} />;
    case "board":
      return <BoardView board={picture.board} setter={setter} />;
    case "plain":
      return (
        <div className="led-plain">
          {picture.titles.map(({ lang, text }) => (
            <p key={lang} lang={language(lang).tag} style={{ fontSize: setter.frame.least, lineHeight: `${setter.type.lineHeight(setter.frame.least)}px` }}>
              {text}
            </p>
          ))}
        </div>
      );
    case "media":
      return <Media what={picture.what} shelf={shelf} begins={begins} now={now} />;
    case "clock":
      return null;
  }
}

const Words = memo(function Words({ sheet, setter }: { sheet: Sheet; setter: Setter }) {
  const { frame } = setter;
  return (
    <div className="led-words" style={{ padding: frame.pad }}>
      {sheet.overs.length > 0 && (
        <div className="led-overs" style={{ columnGap: gapOf(frame), gridAutoRows: overHeight(setter) }}>
          {sheet.overs.map((over) => (
            <OverView key={over.lang} over={over} setter={setter} />
          ))}
        </div>
      )}
      <div className="led-parts" style={{ gap: partGap(frame) }}>
        {sheet.parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has no name but its place
          <PartView key={index} part={part} setter={setter} />
        ))}
      </div>
    </div>
  );
});

/** What the words below it are: how urgent a notice is, with its sign; the topic or the title of an article. */
function OverView({ over: { lang, text, level, size }, setter }: { over: Over; setter: Setter }) {
  const height = setter.type.lineHeight(size);
  const tag = level && { padding: `0 ${size * TAG.side}px`, gap: size * TAG.gap };
  return (
    <div className="led-over">
      <p className={level ? `led-tag is-${level}` : undefined} lang={language(lang).tag} style={{ fontSize: size, lineHeight: `${height}px`, ...tag }}>
        {level && (
          <span className="led-sign" style={{ width: size * TAG.sign, height: size * TAG.sign }}>
            <NoticeSign level={level} />
          </span>
        )}
        <span>{text}</span>
      </p>
    </div>
  );
}

function PartView({ part: { lead, columns }, setter }: { part: Part; setter: Setter }) {
  const { frame } = setter;
  const state = lead?.kind === "state" ? lead.state : null;
  const edged = state !== null && frame.form !== "strip";
  const edge = edged ? { borderInlineStartWidth: frame.pad * EDGE, paddingInlineStart: frame.pad } : { gap: gapOf(frame) };
  return (
    <div className={["led-part", edged ? "is-edged" : "", state ? `state-${state}` : ""].join(" ")} style={edge}>
      {lead && !edged && (
        <div className="led-lead" style={{ width: frame.lead }}>
          <LeadView lead={lead} setter={setter} />
        </div>
      )}
      <div className="led-columns" style={{ gap: gapOf(frame) }}>
        {columns.map(({ lang, blocks }) => (
          <div key={lang} lang={language(lang).tag} className="led-column">
            {blocks.map((block) => (
              <Lines key={block.role} block={block} state={edged && block.role === "state" ? state : null} setter={setter} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function LeadView({ lead, setter }: { lead: Lead; setter: Setter }) {
  if (lead.kind === "level") return <NoticeSign level={lead.level} />;
  if (lead.kind === "state") return <StatusSign state={lead.state} />;
  return (
    <b className="led-step" style={{ fontSize: setter.frame.lead * 0.62, lineHeight: `${setter.frame.lead}px`, height: setter.frame.lead }}>
      {lead.step}
    </b>
  );
}

/** Lines are set one by one, as they were measured: the browser breaks none. */
function Lines({ block: { role, size, lines }, state, setter }: { block: Block; state: GateStatus["state"] | null; setter: Setter }) {
  const height = setter.type.lineHeight(size);
  const sign = size * STATUS_SIGN.size;
  return (
    <div className={`led-lines is-${role}`} style={{ fontSize: size, lineHeight: `${height}px`, gap: size * STATUS_SIGN.gap }}>
      {state && (
        <span className="led-sign" style={{ width: sign, height: sign }}>
          <StatusSign state={state} />
        </span>
      )}
      <p>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
          <span key={index} className="led-line" style={{ height }}>
            {line}{" "}
          </span>
        ))}
      </p>
    </div>
  );
}

/** Departures, as it were: the sign, the name, and where all statuses begin on one line the status; below the name where that is too narrow. */
const BoardView = memo(function BoardView({ board, setter }: { board: Board; setter: Setter }) {
  const { size, langs, rows, stacked, rowHeight, sign, words } = board;
  return (
    <ul className="led-board" style={{ padding: setter.frame.pad, fontSize: size, lineHeight: `${setter.type.lineHeight(size)}px` }}>
      {rows.map((row) => (
        <li key={row.key} className={`state-${row.state}`} style={{ minHeight: rowHeight, gap: size * ROW_GAP * 2 }}>
          <span className="led-sign" style={{ width: sign, height: sign }}>
            <StatusSign state={row.state} />
          </span>
          <span className="led-row">
            {langs.map((lang) => (
              <span key={lang} className={stacked ? "is-stacked" : undefined}>
                <b lang={language(row.name[lang].lang).tag}>{row.name[lang].text}</b>{" "}
                <span lang={language(lang).tag} style={stacked ? undefined : { width: words }}>
                  {row.word[lang]}
                </span>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
});

/** By so much, in seconds, a film may be off before it is put right: a jump is seen, too. */
const OUT_OF_STEP = 0.5;

/** A file's own element, loaded ahead: put into the page and taken out again. Films stand at the same second on every display. */
function Media({ what, shelf, begins, now }: { what: Extract<LedPicture, { kind: "media" }>["what"]; shelf: MediaShelf; begins: Date; now: Date }) {
  const host = useRef<HTMLDivElement>(null);
  const since = useRef(0);
  since.current = (now.getTime() - begins.getTime()) / 1000;
  useEffect(() => {
    const element = shelf.take(what);
    // The box around it says what it is.
    if (element instanceof HTMLImageElement) element.alt = "";
    host.current?.append(element);
    if (element instanceof HTMLVideoElement) {
      // Also back to its beginning: the element may stand where its last turn left it.
      if (Math.abs(element.currentTime - since.current) > OUT_OF_STEP) element.currentTime = since.current;
      // Refused only where a film has sound: these are muted.
      void element.play().catch(() => {});
    }
    return () => {
      if (element instanceof HTMLVideoElement) element.pause();
      element.remove();
    };
  }, [what, shelf]);
  return <div className="led-media" ref={host} role="img" aria-label={LANGS.map((lang) => what.alt[lang]).join(" · ")} />;
}
