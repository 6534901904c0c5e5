import { useTranslation } from "react-i18next";

/** What a form about publishing can have done; the address of the page that follows names one. */
export const DONE = [
  "published",
  "scheduled",
  "unscheduled",
  "signed-off",
  "withdrawn",
  "restored",
  "rolled-back",
  "words",
  "structure",
  "topic",
  "string",
] as const;
export type Done = (typeof DONE)[number];

export const doneFrom = (asked: string | null): Done | null => DONE.find((one) => one === asked) ?? null;

export function DoneNote({ done }: { done: Done | null }) {
  const { t } = useTranslation("publishing");
  return (
    done && (
      <p className="done-box" role="status">
        {t(`done.${done}`)}
      </p>
    )
  );
}
