import { phaseAt } from "../../../core/articles/kinds.ts";
import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import { periodWords } from "../../kit/notice-period.ts";
import { NoticeSign } from "../../kit/notice-sign.tsx";
import { useNow } from "./clock.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { useWords } from "./plain-words.ts";
import { TakenBack } from "./taken-back.tsx";

/** The notices that hold and those to come. */
export function NoticesScreen() {
  const { state } = useKiosk();
  const { pages } = useSpeech();
  const now = useNow();
  const inPhase = (phase: ReturnType<typeof phaseAt>) => state.content.notices.filter(({ terms }) => phaseAt(terms, now) === phase);
  const [current, coming] = [inPhase("current"), inPhase("coming")];
  return (
    <>
      <TakenBack />
      <h1 tabIndex={-1}>{pages("notices.title")}</h1>
      {current.length === 0 && <p className="lead">{pages("notices.none")}</p>}
      <NoticeTiles notices={current} />
      {coming.length > 0 && (
        <section>
          <h2>{pages("notices.coming")}</h2>
          <NoticeTiles notices={coming} />
        </section>
      )}
    </>
  );
}

function NoticeTiles({ notices }: { notices: readonly DisplayNotice[] }) {
  const { send } = useKiosk();
  const { common, pages, lang } = useSpeech();
  const words = useWords();
  return (
    <ul className="tiles notices">
      {notices.map((notice) => (
        <li key={notice.id}>
          <button
            type="button"
            className={`level-${notice.terms.level}`}
            onClick={() => send({ kind: "opened", place: { screen: "notice", slug: notice.slug } })}
          >
            <NoticeSign level={notice.terms.level} />
            <span>
              <small>{pages(`notice.level.${notice.terms.level}`)}</small> <b>{words(notice, "title")}</b>{" "}
              <span className="period">{periodWords({ pages, common }, notice.terms, lang)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
