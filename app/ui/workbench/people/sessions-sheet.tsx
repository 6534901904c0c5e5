import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import type { Refused } from "./refused.ts";
import { RefusedBox } from "./refused-box.tsx";

export interface SessionRow {
  id: string;
  /** "": unknown. */
  browser: string;
  begun: Date;
  lastSeen: Date;
  /** Whether it is the one that asks. */
  here: boolean;
}

interface SessionsSheetProps {
  sessions: SessionRow[];
  /** How long one lasts. */
  hours: number;
  lang: Lang;
  refused: Refused | null;
}

/** Where the member is signed in, and an end to each. */
export function SessionsSheet({ sessions, hours, lang, refused }: SessionsSheetProps) {
  const { t } = useTranslation("people");
  return (
    <section className="sheet" aria-labelledby="sessions">
      <h2 id="sessions">{t("account.sessions")}</h2>
      <p className="hint">{t("account.sessionsHint", { hours })}</p>
      <RefusedBox refused={refused} fields={[]} />
      <ul className="sessions">
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} lang={lang} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post">
          <button type="submit" name="intent" value="sign-out-others">
            {t("account.endOthers")}
          </button>
        </form>
      )}
    </section>
  );
}

function SessionItem({ session, lang }: { session: SessionRow; lang: Lang }) {
  const { t } = useTranslation("people");
  const browser = session.browser || t("account.unknownBrowser");
  const begun = formatDateTime(session.begun, lang);
  return (
    <li>
      <div>
        <b>{browser}</b> {session.here && <span className="hint">({t("account.here")})</span>}
        <span className="hint mark-line">{t("account.begun", { at: begun })}</span>
        <span className="hint mark-line">{t("account.lastSeen", { at: formatDateTime(session.lastSeen, lang) })}</span>
      </div>
      {!session.here && (
        <form method="post">
          <input type="hidden" name="session" value={session.id} />
          <button type="submit" name="intent" value="revoke" aria-label={t("account.endOne", { browser, begun })}>
            {t("account.end")}
          </button>
        </form>
      )}
    </li>
  );
}
