import { useTranslation } from "react-i18next";
import type { FactView } from "../../../core/facts/fact-views.ts";
import { typedFact } from "../../../core/facts/typed-fact.ts";
import type { Lang } from "../../../core/language/languages.ts";
import { FactForm } from "./fact-form.tsx";
import { FactHead } from "./fact-head.tsx";
import { type FactPageProps, formOf } from "./fact-page.tsx";
import { RefusedBox } from "./refused.tsx";

interface NewFactPageProps extends Pick<FactPageProps, "type" | "typed" | "problem"> {
  lang: Lang;
  agencies: FactView["agencies"];
  today: string;
}

export function NewFactPage({ lang, agencies, today, type, typed, problem }: NewFactPageProps) {
  const { t } = useTranslation("records");
  return (
    <>
      <FactHead title={t("facts.new")} lang={lang} />
      <RefusedBox problem={problem} />
      <section className="sheet" id="propose" aria-label={t("facts.new")}>
        <p className="hint">{t("facts.newLead")}</p>
        <FactForm
          lang={lang}
          {...formOf(typed?.fact ?? typedFact(null), typed?.fact.type ?? type)}
          hash=""
          reason={typed?.reason ?? ""}
          agencies={agencies}
          today={today}
          problem={problem}
        />
      </section>
    </>
  );
}
