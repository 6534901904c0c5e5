import { useTranslation } from "react-i18next";
import { type Fact, isOverdue } from "../../core/facts/fact.ts";
import type { Lang } from "../../core/language/languages.ts";
import { formatDay, formatFact } from "../../i18n/format.ts";
import type { ShownAgency } from "./agency.ts";
import { VerifyMark } from "./verify-mark.tsx";

interface Props {
  facts: Fact[];
  lang: Lang;
  agencies: Record<string, ShownAgency>;
  /** Today in Hanoi, YYYY-MM-DD. */
  today: string;
  links?: "live" | "words";
}

/** Facts by their values, then who answers for them and how sure they are: said once for all that share it. */
export function FactBox({ facts, lang, agencies, today, links = "live" }: Props) {
  return (
    <>
      {groupsOf(facts).map((group) => (
        <div className="facts" key={group[0].key}>
          <dl>
            {group.map((fact) => (
              <div key={fact.key}>
                <dt>{fact.label[lang]}</dt>
                <dd>
                  {fact.value.type === "phone" && links === "live" ? (
                    <a href={`tel:${fact.value.number}`}>{fact.value.number}</a>
                  ) : (
                    formatFact(fact.value, lang)
                  )}
                </dd>
              </div>
            ))}
          </dl>
          <Standing fact={group[0]} lang={lang} agencies={agencies} today={today} />
        </div>
      ))}
    </>
  );
}

/** How sure a fact is: the agency that answers for it, its document, its confirmation or the lack of one. */
export function Standing({ fact, lang, agencies, today }: { fact: Fact; lang: Lang; agencies: Record<string, ShownAgency>; today: string }) {
  const { t } = useTranslation("common", { lng: lang });
  const agency = agencies[fact.agency]?.name;
  return (
    <p className="standing">
      {agency && (fact.mark === "verify" ? <VerifyMark lang={lang} agency={agency} /> : <span>{t("fact.agency", { agency })}</span>)}
      {fact.source && <span>{t("fact.source", { source: fact.source })}</span>}
      {fact.verifiedOn && <span>{t("mark.verified", { day: formatDay(fact.verifiedOn, lang) })}</span>}
      {isOverdue(fact, today) && <span className="verify">{t("mark.overdue")}</span>}
    </p>
  );
}

type Group = [Fact, ...Fact[]];

/** Neighbours that share agency, mark, document and days stand in one box. */
function groupsOf(facts: Fact[]): Group[] {
  const standing = (fact: Fact) => [fact.agency, fact.mark, fact.source, fact.verifiedOn, fact.verifyAgainBy].join("|");
  const groups: Group[] = [];
  for (const fact of facts) {
    const last = groups.at(-1);
    if (last && standing(last[0]) === standing(fact)) last.push(fact);
    else groups.push([fact]);
  }
  return groups;
}
