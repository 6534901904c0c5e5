import { memo, useEffect, useRef } from "react";
import { LANGS, language } from "../../../core/language/languages.ts";
import { NoticeSign } from "../../kit/notice-sign.tsx";
import { StatusSign } from "../../kit/status-sign.tsx";
import type { MediaShelf } from "../player/media.ts";
import { type Board, ROW_GAP, signSize } from "./board.ts";
import type { LedPicture } from "./pictures.ts";
import { type Block, gapOf, type Lead, type Setter, type Sheet } from "./sheets.ts";

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
  const state = sheet.lead?.kind === "state" ? sheet.lead.state : null;
  return (
    <div className={`led-words${state ? ` state-${state}` : ""}`} style={{ padding: frame.pad, gap: gapOf(frame) }}>
      {sheet.lead && (
        <div className="led-lead" style={{ width: frame.lead }}>
          <LeadView lead={sheet.lead} setter={setter} />
        </div>
      )}
      <div className="led-columns" style={{ gap: gapOf(frame) }}>
        {sheet.columns.map(({ lang, blocks }) => (
          <div key={lang} lang={language(lang).tag} className="led-column">
            {blocks.map((block) => (
              <Lines key={block.role} block={block} setter={setter} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
});

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
function Lines({ block, setter }: { block: Block; setter: Setter }) {
  const height = setter.type.lineHeight(block.size);
  return (
    <p className={`led-lines is-${block.role}`} style={{ fontSize: block.size, lineHeight: `${height}px` }}>
      {block.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
        <span key={index} className="led-line" style={{ height }}>
          {line}{" "}
        </span>
      ))}
    </p>
  );
}

const BoardView = memo(function BoardView({ board, setter }: { board: Board; setter: Setter }) {
  const { size, langs, rows, stacked, rowHeight } = board;
  const lineHeight = setter.type.lineHeight(size);
  const sign = signSize(size, langs.length, stacked);
  return (
    <ul className="led-board" style={{ padding: setter.frame.pad, fontSize: size, lineHeight: `${lineHeight}px` }}>
      {rows.map((row) => (
        <li key={row.key} className={`state-${row.state}`} style={{ minHeight: rowHeight, gap: size * ROW_GAP * 2 }}>
          <span className="led-sign" style={{ width: sign, height: sign }}>
            <StatusSign state={row.state} />
          </span>
          <span className="led-row">
            {langs.map((lang) => (
              <span key={lang} className={stacked ? "is-stacked" : undefined}>
                <b lang={language(row.name[lang].lang).tag}>{row.name[lang].text}</b> <span lang={language(lang).tag}>{row.word[lang]}</span>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
});

/** A file's own element, loaded ahead: put into the page and taken out again. Films stand at the same second on every display. */
function Media({ what, shelf, begins, now }: { what: Extract<LedPicture, { kind: "media" }>["what"]; shelf: MediaShelf; begins: Date; now: Date }) {
  const host = useRef<HTMLDivElement>(null);
  const since = useRef(0);
  since.current = (now.getTime() - begins.getTime()) / 1000;
  useEffect(() => {
    const element = shelf.take(what);
    host.current?.append(element);
    if (element instanceof HTMLVideoElement) {
      if (since.current > 1) element.currentTime = since.current;
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
