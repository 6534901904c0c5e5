import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import { type ParticularsChoices, ParticularsFields, type ParticularsProblem, type TypedParticulars } from "./particulars-form.tsx";

interface NewArticlePageProps {
  choices: ParticularsChoices;
  lang: Lang;
  /** The member's own, proposed. */
  team: string | null;
  typed: TypedParticulars | null;
  problem: ParticularsProblem | null;
}

/** Where an article begins: what it is about; the words come next, in the editor. */
export function NewArticlePage({ choices, lang, team, typed, problem }: NewArticlePageProps) {
  const { t } = useTranslation("writing");
  const empty: TypedParticulars = {
    title: "",
    kind: "article",
    sourceLang: lang,
    topic: "",
    gates: [],
    agency: "",
    team: team ?? "",
    slug: "",
    verifiedOn: "",
    verifyAgainBy: "",
    level: "routine",
    from: "",
    until: "",
  };
  return (
    <>
      <header className="desk-head">
        <p>
          <a href="/workbench">← {t("back")}</a>
        </p>
        <h1>{t("new.title")}</h1>
        <p>{t("new.lead")}</p>
      </header>
      <form className="sheet w-form" method="post">
        <ParticularsFields typed={typed ?? empty} choices={choices} problem={problem} fixed={{ address: false, language: false }} beginning />
        <button className="primary" type="submit">
          {t("new.submit")}
        </button>
      </form>
    </>
  );
}
