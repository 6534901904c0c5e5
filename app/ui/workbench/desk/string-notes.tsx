import { useTranslation } from "react-i18next";
import type { StringNote } from "../../../core/strings/note.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";

/** What a translator has to know of a string: where it is met, what is said of it, what the program fills in, whether it lags behind. */
export function StringNotes({ unit: { newBase }, note }: { unit: DeskUnit; note: StringNote | null }) {
  const { t } = useTranslation("desk");
  return (
    <>
      {newBase && <p className="base-changed">{t("base.kept")}</p>}
      {note && (
        <dl className="string-notes">
          {note.places.length > 0 && (
            <>
              <dt>{t("notes.places")}</dt>
              <dd>{note.places.join(" · ")}</dd>
            </>
          )}
          {note.comment && (
            <>
              <dt>{t("notes.comment")}</dt>
              <dd>{note.comment}</dd>
            </>
          )}
          {note.placeholders.length > 0 && (
            <>
              <dt>{t("notes.placeholders")}</dt>
              {note.placeholders.map(({ written, words }) => (
                <dd key={written}>
                  <code>{written}</code> {words}
                </dd>
              ))}
            </>
          )}
        </dl>
      )}
    </>
  );
}
