import { useTranslation } from "react-i18next";
import { LANGUAGES, type Lang } from "../../../core/language/languages.ts";
import type { Grant } from "../../../core/people/roles.ts";
import { Choices, Field } from "../field.tsx";
import type { Problem } from "../problem.ts";
import { type Done, DoneNote } from "./done-note.tsx";
import { GrantWords } from "./grant-words.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import { type Refused, refusedWords } from "./refused.ts";
import { RefusedBox } from "./refused-box.tsx";
import { type DrawnKey, SecondFactorSheet, type SecondFactorState } from "./second-factor-sheet.tsx";
import { type SessionRow, SessionsSheet } from "./sessions-sheet.tsx";
import { SingleKeysSheet } from "./single-keys-sheet.tsx";
import type { Choices as Limits } from "./standing.ts";

/** The forms of the page, by what they send. */
export type AccountIntent = "account" | "password" | "revoke" | "sign-out-others" | "set-up" | "confirm" | "remove";

export interface AccountPageProps {
  lang: Lang;
  account: { name: string; email: string; lang: Lang; grants: Grant[]; choices: Limits; secondFactor: SecondFactorState; sessions: SessionRow[] };
  /** How long a session lasts. */
  hours: number;
  done: Done | null;
  /** Which form was refused, and what stood in it; never a password. */
  tried: { intent: AccountIntent; problem: Problem; typed: { name: string; lang: string } } | null;
  /** A key that was drawn just now. */
  drawn: DrawnKey | null;
}

/** What each member keeps of the own account. */
export function AccountPage({ lang, account, hours, done, tried, drawn }: AccountPageProps) {
  const { t } = useTranslation(["workbench", "people", "errors"]);
  const refused = (intents: readonly AccountIntent[]): Refused | null => (tried && intents.includes(tried.intent) ? refusedWords(t, tried.problem) : null);
  return (
    <div className="account">
      <header className="desk-head">
        <h1>{t("people:account.title")}</h1>
        <p>{account.email}</p>
        <GrantWords grants={account.grants} choices={account.choices} lang={lang} />
      </header>
      <DoneNote done={tried || drawn ? null : done} />
      <AboutForm account={tried?.intent === "account" ? { ...account, ...tried.typed } : account} refused={refused(["account"])} />
      <PasswordForm email={account.email} refused={refused(["password"])} />
      <SecondFactorSheet state={account.secondFactor} drawn={drawn} email={account.email} refused={refused(["set-up", "confirm", "remove"])} />
      <SingleKeysSheet />
      <SessionsSheet sessions={account.sessions} hours={hours} lang={lang} refused={refused(["revoke", "sign-out-others"])} />
    </div>
  );
}

function AboutForm({ account, refused }: { account: { name: string; lang: string }; refused: Refused | null }) {
  const { t } = useTranslation(["workbench", "people"]);
  const about = (field: NonNullable<Refused>["about"]) => (refused?.about === field ? refused.words : null);
  return (
    <form className="sheet" method="post" aria-labelledby="about-me">
      <h2 id="about-me">{t("people:account.about")}</h2>
      <RefusedBox refused={refused} fields={["name", "lang"]} />
      <Field
        label={t("join.name")}
        hint={t("join.nameHint")}
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        defaultValue={account.name}
        problem={about("name")}
      />
      <Choices legend={t("join.lang")} problem={about("lang")}>
        {LANGUAGES.map(({ code, tag, name }) => (
          <label key={code} className="choice" lang={tag}>
            <input type="radio" name="lang" value={code} defaultChecked={code === account.lang} />
            {name}
          </label>
        ))}
      </Choices>
      <button className="primary" type="submit" name="intent" value="account">
        {t("people:account.save")}
      </button>
    </form>
  );
}

function PasswordForm({ email, refused }: { email: string; refused: Refused | null }) {
  const { t } = useTranslation(["workbench", "people"]);
  const about = (field: NonNullable<Refused>["about"]) => (refused?.about === field ? refused.words : null);
  return (
    <form className="sheet" method="post" aria-labelledby="password">
      <h2 id="password">{t("people:account.password")}</h2>
      <RefusedBox refused={refused} fields={["current", "password"]} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field label={t("people:account.current")} name="current" type="password" autoComplete="current-password" required problem={about("current")} />
      <NewPasswordField label={t("people:account.wanted")} name="wanted" problem={about("password")} />
      <button className="primary" type="submit" name="intent" value="password">
        {t("people:account.changePassword")}
      </button>
    </form>
  );
}
