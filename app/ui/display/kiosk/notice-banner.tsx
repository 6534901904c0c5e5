import { type Lang, language } from "../../../core/language/languages.ts";
import { NoticeSign } from "../../kit/notice-sign.tsx";
import { useNow } from "./clock.tsx";
import { useKiosk } from "./kiosk-context.tsx";
import { urgentNotices } from "./notices-on-glass.ts";
import { plainWords } from "./plain-words.ts";

/** What has to be known first: the notices above the routine, the most urgent first, in the given languages. All at once: nothing takes turns. */
export function NoticeBanner({ langs }: { langs: readonly Lang[] }) {
  const { state, speech, send } = useKiosk();
  const now = useNow();
  const urgent = urgentNotices(state.content, now);
  if (urgent.length === 0) return null;
  const alone = langs.length === 1;
  return (
    <ul className="banner" aria-label={langs.map((lang) => speech(lang).pages("notices.urgent")).join(" · ")}>
      {urgent.map((notice) => {
        const { level } = notice.terms;
        const words = (
          <>
            <NoticeSign level={level} />
            <span>
              {langs.map((lang) => (
                <span key={lang} lang={language(lang).tag}>
                  <b>{speech(lang).pages(`level.${level}`)}</b> {plainWords(notice, "title", lang)}
                </span>
              ))}
            </span>
          </>
        );
        return (
          <li key={notice.id} className={`level-${level}`}>
            {alone ? (
              <button type="button" onClick={() => send({ kind: "opened", place: { screen: "notice", slug: notice.slug } })}>
                {words}
              </button>
            ) : (
              <p>{words}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
