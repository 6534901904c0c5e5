import { useTranslation } from "react-i18next";
import { clockWords } from "../kit/clock-words.ts";
import { useLang } from "../kit/use-lang.ts";
import { live, ON_GATES } from "./live-mark.ts";

interface Props {
  asOf: Date;
  /** The content revision that the page shows: from there on an open page follows. */
  revision: number;
  /** The next instant at which the page reads differently; null: only after a change. */
  validUntil: Date | null;
}

/** For when the statuses were computed; and, for the script that keeps an open page right, from where it has to go on. */
export function AsOf({ asOf, revision, validUntil }: Props) {
  const { t } = useTranslation("visitor");
  const { t: common } = useTranslation("common");
  return (
    <p className="as-of" id="as-of" {...live(ON_GATES, { revision, validUntil })}>
      {t("board.asOf", { at: clockWords(common, asOf, useLang()) })}
    </p>
  );
}
