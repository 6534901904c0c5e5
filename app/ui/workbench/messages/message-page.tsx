import { useTranslation } from "react-i18next";
import { type ByLang, type Lang, language, ownFirst } from "../../../core/language/languages.ts";
import { type Message, type MessageState, stateOf } from "../../../core/messages/message.ts";
import { addressOf } from "../../../core/messages/place.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { ProblemBox } from "../field.tsx";
import { type Problem, problemWords } from "../problem.ts";

export interface TriedAnswer {
  typed: ByLang<string>;
  problem: Problem;
}

interface Props {
  lang: Lang;
  message: Message;
  state: MessageState;
  /** Who answered or marked it. */
  by: string | null;
  tried: TriedAnswer | null;
}

/** One message and its answer, which is written in every language at once. */
export function MessagePage({ lang, message, state, by, tried }: Props) {
  const { t } = useTranslation("workbench");
  const { kind, number, place, contact, createdAt, expiresAt, repliedAt } = message;
  return (
    <>
      <header className="desk-head">
        <p>
          <a href="/workbench/messages">{t("messages.title")}</a>
        </p>
        <h1>
          {t(`messages.kinds.${kind}`)} <span className="message-number">{number}</span>
        </h1>
        <p>{t(`messages.states.${state}`)}</p>
      </header>
      <section className="sheet" aria-labelledby="sent">
        <h2 id="sent">{t("messages.text")}</h2>
        <blockquote className="message-words" lang={language(message.lang).tag}>
          {message.text}
        </blockquote>
        <dl className="message-about">
          <dt>{t("messages.sentAt")}</dt>
          <dd>{formatDateTime(createdAt, lang)}</dd>
          <dt>{t("messages.writtenIn")}</dt>
          <dd lang={language(message.lang).tag}>{language(message.lang).name}</dd>
          <dt>{t("messages.place")}</dt>
          <dd>{place ? <a href={addressOf(place)}>{addressOf(place)}</a> : t("messages.noPlace")}</dd>
          <dt>{t("messages.contact")}</dt>
          <dd>{contact ?? t("messages.noContact")}</dd>
          <dt>{t("messages.keptUntil")}</dt>
          <dd>{formatDateTime(expiresAt, lang)}</dd>
          {repliedAt && (
            <>
              <dt>{t(state === "settled" ? "messages.settledBy" : "messages.answeredBy")}</dt>
              <dd>{t("messages.byAt", { name: by ?? t("messages.somebody"), at: formatDateTime(repliedAt, lang) })}</dd>
            </>
          )}
        </dl>
      </section>
      <AnswerForm lang={lang} message={message} tried={tried} />
    </>
  );
}

function AnswerForm({ lang, message, tried }: Pick<Props, "lang" | "message" | "tried">) {
  const { t } = useTranslation(["workbench", "errors"]);
  const state = stateOf(message);
  const missing = (tried?.problem.details.missing ?? []) as Lang[];
  const seen = message.repliedAt?.toISOString() ?? "";
  return (
    <form className="sheet" method="post" aria-labelledby="answer">
      <h2 id="answer">{t(state === "answered" ? "messages.correct" : "messages.answer")}</h2>
      <p className="hint">{t("messages.answerHint")}</p>
      {tried && missing.length === 0 && <ProblemBox title={t("problems.title")}>{problemWords(t, tried.problem)}</ProblemBox>}
      {tried?.problem.code === "clash" && message.reply && <TheirAnswer lang={lang} reply={message.reply} />}
      <input type="hidden" name="seen" value={seen} />
      {ownFirst(message.lang).map((code) => {
        const { tag, name } = language(code);
        const problem = missing.includes(code);
        return (
          <div key={code} className="field">
            <label htmlFor={`reply-${code}`}>
              {t("messages.answerIn")} <span lang={tag}>{name}</span>
            </label>
            {problem && (
              <p className="problem" id={`problem-${code}`}>
                {t("messages.missing")}
              </p>
            )}
            <textarea
              id={`reply-${code}`}
              name={`reply-${code}`}
              lang={tag}
              rows={6}
              aria-invalid={problem ? true : undefined}
              aria-describedby={problem ? `problem-${code}` : undefined}
              defaultValue={tried?.typed[code] ?? message.reply?.[code] ?? ""}
            />
          </div>
        );
      })}
      <p className="message-acts">
        <button className="primary" type="submit" name="intent" value="answer">
          {t(state === "answered" ? "messages.sendCorrection" : "messages.send")}
        </button>
        {state === "waiting" && (
          <button type="submit" name="intent" value="settle">
            {t("messages.settle")}
          </button>
        )}
      </p>
    </form>
  );
}

/** What a colleague has answered in the meantime. */
function TheirAnswer({ lang, reply }: { lang: Lang; reply: ByLang<string> }) {
  const { t } = useTranslation("workbench");
  return (
    <div className="done-box">
      <b>{t("messages.theirs")}</b>
      {ownFirst(lang).map((code) => (
        <blockquote key={code} className="message-words" lang={language(code).tag}>
          {reply[code]}
        </blockquote>
      ))}
    </div>
  );
}
