import { useTranslation } from "react-i18next";
import { useLang } from "../kit/use-lang.ts";
import { FormField } from "./form-field.tsx";
import { MessageForm, type Tried, type Typed } from "./message-form.tsx";
import { askPath, questionsPath, replyPath } from "./paths.ts";

interface Props {
  topics: readonly { key: string; name: string }[];
  typed: Typed;
  tried: Tried | null;
}

/** To ask a question. */
export function AskPage({ topics, typed, tried }: Props) {
  const { t } = useTranslation("asking");
  const lang = useLang();
  return (
    <div className="wrap narrow">
      <h1>{t("question.title")}</h1>
      <p className="lead">{t("question.lead")}</p>
      <p>{t("question.urgent")}</p>
      <p className="links">
        <a href={questionsPath(lang)}>{t("question.known")}</a>
        <a href={replyPath(lang)}>{t("reply.title")}</a>
      </p>
      <MessageForm action={askPath(lang)} typed={typed} tried={tried}>
        <FormField name="topic" label={t("question.topic")}>
          {(tied) => (
            <select {...tied} defaultValue={typed.topic}>
              <option value="">{t("question.noTopic")}</option>
              {topics.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </FormField>
      </MessageForm>
    </div>
  );
}
