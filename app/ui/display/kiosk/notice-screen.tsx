import { phaseAt } from "../../../core/articles/kinds.ts";
import { language } from "../../../core/language/languages.ts";
import { periodWords } from "../../kit/notice-period.ts";
import { NoticeSign } from "../../kit/notice-sign.tsx";
import { noticeOf } from "../content/content.ts";
import { shortName } from "../content/gate-name.ts";
import { useNow } from "./clock.tsx";
import { FeedbackButton } from "./feedback-button.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { Reading } from "./reading.tsx";

/** One notice: how urgent it is, when and where it holds, then what it says. */
export function NoticeScreen({ slug }: { slug: string }) {
  const { state } = useKiosk();
  const { common, pages, lang } = useSpeech();
  const now = useNow();
  const notice = noticeOf(state.content, slug);
  if (!notice) return null;
  const { terms } = notice;
  const phase = phaseAt(terms, now);
  const gates = state.content.gates.filter(({ key }) => notice.gates.includes(key)).map((gate) => shortName(gate, lang));
  const level = (
    <p className={`level level-${terms.level}`}>
      <NoticeSign level={terms.level} />
      <b>{pages(`notice.level.${terms.level}`)}</b>
    </p>
  );
  return (
    <>
      <Reading
        of={notice}
        above={level}
        meta={
          <>
            {phase !== "current" && <p className="taken-back">{pages(phase === "ended" ? "notice.endedNote" : "notice.comingNote")}</p>}
            <dl className="terms">
              <dt>{pages("notice.period")}</dt>
              <dd>{periodWords({ pages, common }, terms, lang)}</dd>
              <dt>{pages("notice.gates")}</dt>
              {gates.map(({ text, lang: code }) => (
                <dd key={text} lang={language(code).tag}>
                  {text}
                </dd>
              ))}
              {gates.length === 0 && <dd>{pages("notice.everyGate")}</dd>}
            </dl>
          </>
        }
      />
      <FeedbackButton />
    </>
  );
}
