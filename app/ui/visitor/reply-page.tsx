import { useTranslation } from "react-i18next";
import { type ByLang, type Lang, language, ownFirst } from "../../core/language/languages.ts";
import { KEPT_DAYS, type MessageKind, type MessageState } from "../../core/messages/message.ts";
import { EXAMPLE_NUMBER } from "../../core/messages/number.ts";
import { formatDateTime } from "../../i18n/format.ts";
import { useLang } from "../kit/use-lang.ts";
import { FormField } from "./form-field.tsx";
import { askPath, replyPath } from "./paths.ts";

export interface Reply {
  number: string;
  kind: MessageKind;
  lang: Lang;
  text: string;
  createdAt: Date;
  expiresAt: Date;
  state: MessageState;
  reply: ByLang<string> | null;
  repliedAt: Date | null;
}

interface Props {
  /** As it was typed. */
  number: string;
  /** Why nothing is shown for it; null: nothing was asked, or it is shown. */
  fault: "malformed" | "unknown" | null;
  found: Reply | null;
}

/** What became of a message: by its number. */
export function ReplyPage({ number, fault, found }: Props) {
  const { t } = useTranslation("asking");
  const lang = useLang();
  if (!found) {
    return (
      <div className="wrap narrow">
        <h1>{t("reply.title")}</h1>
        <p className="lead">{t("reply.lead", { example: EXAMPLE_NUMBER.replaceAll("-", UNBROKEN) })}</p>
        <LookUp number={number} fault={fault} />
      </div>
    );
  }
  return (
    <div className="wrap narrow">
      <h1>{t(found.state === "waiting" ? "reply.received" : `reply.${found.state}`)}</h1>
      <p className="number">
        {t("reply.number")} <b>{found.number}</b>
      </p>
      {found.state === "waiting" && <p className="lead">{t("reply.waiting")}</p>}
      {found.state === "settled" && <p className="lead">{t("reply.settledMore")}</p>}
      {found.reply && <Answer reply={found.reply} repliedAt={found.repliedAt} />}
      <p>{t("reply.keep", { until: formatDateTime(found.expiresAt, lang) })}</p>
      <section aria-labelledby="yours">
        <h2 id="yours">{t(`reply.yours.${found.kind}`)}</h2>
        <blockquote className="words" lang={language(found.lang).tag}>
          {found.text}
        </blockquote>
        <p className="as-of">{t("reply.sentAt", { at: formatDateTime(found.createdAt, lang) })}</p>
      </section>
      <p className="links">
        <a href={replyPath(lang)}>{t("reply.another")}</a>
        <a href={askPath(lang)}>{t("reply.again")}</a>
      </p>
    </div>
  );
}

/** In every language, the reader's own first: it can be shown to somebody else. */
function Answer({ reply, repliedAt }: { reply: ByLang<string>; repliedAt: Date | null }) {
  const { t } = useTranslation("asking");
  const own = useLang();
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{t("reply.answer")}</h2>
      {ownFirst(own).map((lang) => (
        <p key={lang} className="words answer" lang={language(lang).tag}>
          {reply[lang]}
        </p>
      ))}
      {repliedAt && <p className="as-of">{t("reply.answeredAt", { at: formatDateTime(repliedAt, own) })}</p>}
    </section>
  );
}

/** A hyphen at which no line ends. */
const UNBROKEN = "\u2011";

function LookUp({ number, fault }: Pick<Props, "number" | "fault">) {
  const { t } = useTranslation("asking");
  const words = fault && t(`reply.${fault}`, { example: EXAMPLE_NUMBER, days: KEPT_DAYS });
  return (
    <form className="form" action={replyPath(useLang())} noValidate>
      <FormField name="number" label={t("reply.number")} fault={words}>
        {(tied) => <input {...tied} required maxLength={60} autoComplete="off" autoCapitalize="characters" spellCheck={false} defaultValue={number} />}
      </FormField>
      <button className="send" type="submit">
        {t("reply.look")}
      </button>
    </form>
  );
}
