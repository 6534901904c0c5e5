import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import { formatDateTime, formatNumber } from "../../../i18n/format.ts";

export interface Chain {
  newest: { number: number; at: Date; hash: string } | null;
  unsealed: number;
  /** What was computed again for this page. */
  checked: { seals: number; entries: number };
  broken: { number: number; fault: "gone" | "does_not_follow" | "entries_missing_or_added" | "entries_changed" | "stray" | "not_noted" } | null;
}

/** Whether what is written here is what was written then. */
export function ChainState({ chain: { newest, unsealed, checked, broken }, lang }: { chain: Chain; lang: Lang }) {
  const { t } = useTranslation("records");
  return (
    <section className={broken ? "problem-box" : "sheet"} aria-labelledby="audit-chain" role={broken ? "alert" : undefined}>
      <h2 id="audit-chain">{broken ? t("audit.chain.broken", { number: broken.number }) : newest ? t("audit.chain.holds") : t("audit.chain.empty")}</h2>
      {broken ? (
        <p>{t(`audit.chain.faults.${broken.fault}`)}</p>
      ) : (
        newest && <p>{t("audit.chain.checked", { seals: formatNumber(checked.seals, lang), entries: formatNumber(checked.entries, lang) })}</p>
      )}
      {newest && (
        <p>
          {t("audit.chain.newest", { number: newest.number, at: formatDateTime(newest.at, lang) })} <code>{newest.hash}</code>
        </p>
      )}
      <p className="hint">{t("audit.chain.unsealed", { count: unsealed })}</p>
      <p className="hint">
        {t("audit.chain.command")} <code>npm run audit -- verify</code>
      </p>
    </section>
  );
}
