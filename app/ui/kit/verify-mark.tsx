import { useTranslation } from "react-i18next";
import type { Lang } from "../../core/language/languages.ts";

/** Says that something still has to be confirmed, and by whom; without an agency the short form, where the agency stands nearby. */
export function VerifyMark({ lang, agency }: { lang: Lang; agency?: string }) {
  const { t } = useTranslation("common", { lng: lang });
  return <span className="verify">{agency ? t("mark.verifyBy", { agency }) : t("mark.verify")}</span>;
}
