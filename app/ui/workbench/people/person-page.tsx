import { Trans, useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import { Words } from "../../kit/words.tsx";
import type { Problem } from "../problem.ts";
import { dayOf } from "./day-of.ts";
import { type Done, DoneNote } from "./done-note.tsx";
import type { MemberRow } from "./member-table.tsx";
import { refusedWords } from "./refused.ts";
import { RefusedBox } from "./refused-box.tsx";
import { type Choices, type Standing, standingIn } from "./standing.ts";
import { StandingFields } from "./standing-fields.tsx";

export interface PersonPageProps {
  lang: Lang;
  member: MemberRow;
  /** What the form carries, so that nobody's change is overwritten unseen. */
  seen: string;
  /** In how many browsers the member is signed in. */
  sessions: number;
  choices: Choices;
  /** Whether it is the one who looks. */
  own: boolean;
  done: Done | null;
  /** What was typed and refused. */
  typed: Standing | null;
  problem: Problem | null;
}

/** One member, as an administrator sees them. */
export function PersonPage(props: PersonPageProps) {
  const { t } = useTranslation(["workbench", "people", "errors"]);
  const { lang, member, own, done, problem } = props;
  return (
    <div className="person">
      <header className="desk-head">
        <p>
          <a href="/workbench/people">{t("people:person.back")}</a>
        </p>
        <h1>
          <Words text={member.name} lang={lang} />
        </h1>
        <p>{t("people:person.about", { email: member.email, day: dayOf(member.createdAt, lang) })}</p>
      </header>
      <DoneNote done={problem ? null : done} />
      {member.portals ? (
        <p className="sheet">{t("people:person.portals")}</p>
      ) : (
        <>
          <StandingForm {...props} />
          {own ? <OwnNote /> : <AccessSheet member={member} sessions={props.sessions} />}
        </>
      )}
    </div>
  );
}

function StandingForm({ lang, member, seen, choices, typed, problem }: PersonPageProps) {
  const { t } = useTranslation(["workbench", "people", "errors"]);
  const clash = problem?.code === "clash";
  const refused = clash ? { about: null, words: t("people:problems.clash") } : refusedWords(t, problem);
  return (
    <form className="sheet" method="post" aria-labelledby="standing">
      <h2 id="standing">{t("people:person.standing")}</h2>
      <p className="hint">{t("people:person.standingHint")}</p>
      <RefusedBox refused={refused} fields={["roles", "limits", "team"]} />
      <input type="hidden" name="seen" value={seen} />
      <StandingFields lang={lang} choices={choices} typed={typed && !clash ? typed : standingIn(member)} refused={refused} />
      <button className="primary" type="submit" name="intent" value="change">
        {t("people:person.save")}
      </button>
    </form>
  );
}

function AccessSheet({ member, sessions }: Pick<PersonPageProps, "member" | "sessions">) {
  const { t } = useTranslation("people");
  return (
    <form className="sheet" method="post" aria-labelledby="access">
      <h2 id="access">{t("person.access")}</h2>
      <p>{t("person.sessions", { count: sessions })}</p>
      <p>
        <button type="submit" name="intent" value="sign-out" disabled={sessions === 0}>
          {t("person.signOut")}
        </button>
      </p>
      <p>{member.secondFactor ? t("person.factorOn") : t("person.factorOff")}</p>
      {member.secondFactor && (
        <>
          <p className="hint">{t("person.removeFactorHint")}</p>
          <p>
            <button type="submit" name="intent" value="remove-factor">
              {t("person.removeFactor")}
            </button>
          </p>
        </>
      )}
      <p className={member.disabled ? undefined : "hint"}>{member.disabled ? t("person.disabled") : t("person.disableHint")}</p>
      <p>
        <button type="submit" name="intent" value={member.disabled ? "enable" : "disable"}>
          {member.disabled ? t("person.enable") : t("person.disable")}
        </button>
      </p>
    </form>
  );
}

function OwnNote() {
  return (
    <p className="sheet">
      {/* biome-ignore lint/a11y/useAnchorContent: the words stand in the string */}
      <Trans ns="people" i18nKey="person.own" components={{ account: <a href="/workbench/account" /> }} />
    </p>
  );
}
