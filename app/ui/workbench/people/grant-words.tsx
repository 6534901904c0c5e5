import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { type Lang, language } from "../../../core/language/languages.ts";
import type { Grant } from "../../../core/people/roles.ts";
import { Words } from "../../kit/words.tsx";
import type { Choice, Choices } from "./standing.ts";

/** A member's roles, one a line, each with what limits it. */
export function GrantWords({ grants, choices, lang }: { grants: Grant[]; choices: Choices; lang: Lang }) {
  const { t } = useTranslation("workbench");
  return (
    <ul className="plain">
      {grants.map((grant) => (
        <li key={grant.role}>
          {t(`roles.${grant.role}`)} <Limits grant={grant} choices={choices} lang={lang} />
        </li>
      ))}
    </ul>
  );
}

function Limits({ grant, choices, lang }: { grant: Grant; choices: Choices; lang: Lang }) {
  const named = (keys: string[] | null, known: Choice[]): string[] => (keys ?? []).map((key) => known.find((one) => one.key === key)?.name[lang] ?? key);
  const words = [...named(grant.topics, choices.topics), ...named(grant.sites, choices.sites)];
  const langs = grant.langs ?? [];
  if (langs.length + words.length === 0) return null;
  return (
    <span className="hint">
      (
      {langs.map((code, index) => (
        <Fragment key={code}>
          {index > 0 && " · "}
          <span lang={language(code).tag}>{language(code).name}</span>
        </Fragment>
      ))}
      {langs.length > 0 && words.length > 0 && " · "}
      <Words text={words.join(" · ")} lang={lang} />)
    </span>
  );
}
