import { useTranslation } from "react-i18next";
import type { Lang } from "../../core/language/languages.ts";
import type { ShownAgency } from "./agency.ts";

/** How to reach an agency. A phone that is not published is said to be so. */
export function ContactCard({ lang, agency, links = "live" }: { lang: Lang; agency: ShownAgency; links?: "live" | "words" }) {
  const { t } = useTranslation("common", { lng: lang });
  const { phone } = agency;
  return (
    <dl className="contact">
      <dt>{agency.name}</dt>
      <dd>
        {t("contact.phone")}{" "}
        {phone === null ? <span className="unpublished">{t("contact.unpublished")}</span> : links === "live" ? <a href={`tel:${phone}`}>{phone}</a> : phone}
      </dd>
    </dl>
  );
}
