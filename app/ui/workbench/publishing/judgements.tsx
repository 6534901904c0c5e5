import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import type { PublishView, SignOffLine } from "../../../core/workflow/publishing-views.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { deskAddress } from "./change-list.tsx";

type JudgementsProps = Pick<PublishView, "approvals" | "signOffs" | "names" | "contentHash"> & { slug: string; lang: Lang };

/** Who answers for what is new: the second person of each unit, overrides with their reasons, and the agencies that are asked. */
export function Judgements({ approvals, signOffs, names, contentHash, slug, lang }: JudgementsProps) {
  const { t } = useTranslation(["publishing", "workbench"]);
  const overrides = approvals.filter(({ reason }) => reason !== null);
  const regular = approvals.filter(({ reason }) => reason === null);
  const byWhom = Map.groupBy(regular, ({ by }) => by ?? "");
  return (
    <>
      {approvals.length > 0 && (
        <section className="sheet" aria-labelledby="approvals">
          <h2 id="approvals">{t("approvals.title")}</h2>
          {overrides.length > 0 && (
            <>
              <h3>{t("approvals.overrides")}</h3>
              <ul className="changes">
                {overrides.map(({ unit, kind, by, at, reason }) => (
                  <li key={unit}>
                    <a href={deskAddress(slug, unit)}>{t(`workbench:kinds.${kind}`)}</a>:{" "}
                    {t("approvals.override", { name: by ?? t("somebody"), at: formatDateTime(at, lang) })} <q>{reason}</q>
                  </li>
                ))}
              </ul>
            </>
          )}
          {[...byWhom].map(([by, lines]) => (
            <p key={by}>
              {t("approvals.by", { name: by || t("somebody"), count: lines.length })}{" "}
              {lines.map(({ unit, kind }, index) => (
                <span key={unit}>
                  {index > 0 && " · "}
                  <a href={deskAddress(slug, unit)}>{t(`workbench:kinds.${kind}`)}</a>
                </span>
              ))}
            </p>
          ))}
        </section>
      )}
      {signOffs.length > 0 && (
        <section className="sheet" aria-labelledby="sign-offs">
          <h2 id="sign-offs">{t("signOffs.title")}</h2>
          <p className="hint">{t("signOffs.lead")}</p>
          <ul className="changes">
            {signOffs.map((line) => (
              <li key={line.agency}>
                <b>{names.agencies[line.agency] ?? line.agency}</b>:{" "}
                {line.at ? t("signOffs.given", { name: line.by ?? t("somebody"), at: formatDateTime(line.at, lang) }) : t("signOffs.awaited")}
                {line.own && <SignOffForm line={line} contentHash={contentHash} />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function SignOffForm({ line: { refusal, at }, contentHash }: { line: SignOffLine; contentHash: string | null }) {
  const { t } = useTranslation("publishing");
  if (at) return null;
  if (refusal || contentHash === null)
    return <p className="hint">{t(`signOffs.${refusal === "own_work" ? "own_work" : refusal === "not_ready" ? "not_ready" : "not_allowed"}`)}</p>;
  return (
    <form method="post">
      <input type="hidden" name="intent" value="sign-off" />
      <input type="hidden" name="contentHash" value={contentHash} />
      <button type="submit">{t("signOffs.submit")}</button>
    </form>
  );
}
