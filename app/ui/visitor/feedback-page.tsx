import { useTranslation } from "react-i18next";
import { addressOf, readPlace } from "../../core/messages/place.ts";
import { useLang } from "../kit/use-lang.ts";
import { MessageForm, type Tried, type Typed } from "./message-form.tsx";
import { feedbackFormPath, replyPath } from "./paths.ts";

/** To say what is wrong, unclear or missing; or that the languages of a page differ. */
export function FeedbackPage({ typed, tried }: { typed: Typed; tried: Tried | null }) {
  const { t } = useTranslation("asking");
  const lang = useLang();
  const kind = typed.kind === "difference" ? "difference" : "feedback";
  const place = readPlace(typed.from, typed.segment);
  return (
    <div className="wrap narrow">
      <h1>{t(`${kind}.title`)}</h1>
      <p className="lead">{t(`${kind}.lead`)}</p>
      <p className="links">
        <a href={replyPath(lang)}>{t("reply.title")}</a>
      </p>
      <MessageForm action={feedbackFormPath(lang)} typed={typed} tried={tried}>
        {place && (
          <p className="place">
            <b>{t("place.label")}</b> <a href={addressOf(place)}>{t(place.segment ? "place.segment" : "place.page")}</a>
          </p>
        )}
      </MessageForm>
    </div>
  );
}
