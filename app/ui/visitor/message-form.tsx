import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ErrorCode } from "../../core/errors.ts";
import type { Lang } from "../../core/language/languages.ts";
import { type DraftFaults, LONGEST_CONTACT, LONGEST_TEXT, lengthOf } from "../../core/messages/draft.ts";
import { KEPT_DAYS, type MessageKind } from "../../core/messages/message.ts";
import { formatNumber } from "../../i18n/format.ts";
import { useLang } from "../kit/use-lang.ts";
import { Fault, FormField } from "./form-field.tsx";
import { portalPagePath } from "./paths.ts";

/** What a form of this portal holds: as it came, so that nothing of it is lost. */
export interface Typed {
  kind: MessageKind;
  text: string;
  topic: string;
  contact: string;
  consent: boolean;
  /** The page that it is about, and the segment in it. */
  from: string;
  segment: string;
}

/** What came of sending it: what has to be mended, or why it has to wait. */
export interface Tried {
  typed: Typed;
  faults: DraftFaults;
  refused: { code: ErrorCode; minutes: number } | null;
}

/** The id of the form: the languages in the page's head send it, too. */
export const MESSAGE_FORM = "message";

/** A text that the form takes at all; longer ones than may be sent, so that a pasted text is never cut unseen. Smaller than what the server reads. */
const MOST_TYPED = 20_000;

interface Props {
  action: string;
  typed: Typed;
  tried: Tried | null;
  /** Between the head and the text. */
  children?: ReactNode;
}

/** The form for a question, feedback, or a report that the languages differ. Without a script: every answer brings it back as it was filled in. */
export function MessageForm({ action, typed, tried, children }: Props) {
  const { t } = useTranslation("asking");
  const lang = useLang();
  const faults = faultWords(t, lang, tried);
  return (
    <form className="form" id={MESSAGE_FORM} method="post" action={action} noValidate>
      <Faults faults={faults} tried={tried} />
      {children}
      <FormField name="text" label={t(`${typed.kind}.text`)} hint={t(`${typed.kind}.textHint`)} fault={faults.text}>
        {(tied) => <textarea {...tied} rows={7} maxLength={MOST_TYPED} required defaultValue={typed.text} />}
      </FormField>
      <FormField name="contact" label={t("contact.label")} hint={t("contact.hint")} fault={faults.contact}>
        {(tied) => <input {...tied} maxLength={MOST_TYPED} autoComplete="email" defaultValue={typed.contact} />}
      </FormField>
      <div className="trap" aria-hidden="true">
        <label htmlFor="trap">{t("trap")}</label>
        <input id="trap" name="trap" tabIndex={-1} autoComplete="off" />
      </div>
      <div className="field">
        <Fault name="consent" fault={faults.consent} />
        <label className="consent">
          <input
            id="consent"
            type="checkbox"
            name="consent"
            value="yes"
            required
            defaultChecked={typed.consent}
            aria-describedby={faults.consent ? "consent-fault" : undefined}
            aria-invalid={faults.consent ? true : undefined}
          />
          <span>{t("consent.label", { days: KEPT_DAYS })}</span>
        </label>
        <a className="more" href={portalPagePath(lang, "privacy")}>
          {t("consent.more")}
        </a>
      </div>
      <input type="hidden" name="kind" value={typed.kind} />
      {typed.from && <input type="hidden" name="from" value={typed.from} />}
      {typed.segment && <input type="hidden" name="segment" value={typed.segment} />}
      <button className="send" type="submit">
        {t("send")}
      </button>
      <p className="hint">{t("switchHint")}</p>
    </form>
  );
}

type FaultWords = Partial<Record<keyof DraftFaults, string>>;

/** What has to be mended, above the form: each leads to its field. */
function Faults({ faults, tried }: { faults: FaultWords; tried: Tried | null }) {
  const { t } = useTranslation("asking");
  const refused = tried?.refused;
  const named = Object.entries(faults).filter(([field]) => field !== "trap");
  if (!refused && Object.keys(faults).length === 0) return null;
  return (
    <div className="faults" role="alert">
      <h2>{t("faults.title")}</h2>
      {refused && <p>{refused.code === "too_many_attempts" ? t("faults.tooMany", { minutes: refused.minutes }) : t("faults.busy")}</p>}
      {faults.trap && <p>{faults.trap}</p>}
      {named.length > 0 && (
        <>
          <p>{t("faults.kept")}</p>
          <ul>
            {named.map(([field, words]) => (
              <li key={field}>
                <a href={`#${field}`}>{words}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function faultWords(t: TFunction<"asking">, lang: Lang, tried: Tried | null): FaultWords {
  if (!tried) return {};
  const { faults, typed } = tried;
  const number = (count: number) => formatNumber(count, lang);
  return {
    ...(faults.text && {
      text:
        faults.text === "missing" ? t("faults.textMissing") : t("faults.textLong", { length: number(lengthOf(typed.text.trim())), most: number(LONGEST_TEXT) }),
    }),
    ...(faults.contact && { contact: faults.contact === "too_long" ? t("faults.contactLong", { most: number(LONGEST_CONTACT) }) : t("faults.contactLines") }),
    ...(faults.consent && { consent: t("faults.consentMissing") }),
    ...(faults.trap && { trap: t("faults.trapFilled") }),
  };
}
