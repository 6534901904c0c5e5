import { AppError } from "../../../core/errors.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { Grant, Member } from "../../../core/people/roles.ts";
import { memberOf } from "../../db/tx/members.server.ts";
import { WHOLE } from "../../db/tx/sessions.server.ts";
import { secrets } from "../../sessions/secrets.server.ts";
import type { Reading } from "../reading.server.ts";
import { type Choices, readChoices } from "./people-choices.server.ts";

export interface SessionView {
  /** The hash under which it is kept: nobody can sign in with it. */
  id: string;
  /** "": unknown. */
  browser: string;
  begun: Date;
  /** Within a few minutes. */
  lastSeen: Date;
  /** Whether it is the one that asks. */
  here: boolean;
}

export interface AccountView {
  name: string;
  email: string;
  lang: Lang;
  /** What the member may do, and where; with the names of what limits it. */
  grants: Grant[];
  choices: Choices;
  /** `drawn`: a key was shown, and no code has confirmed it yet. */
  secondFactor: "off" | "drawn" | "on";
  /** The newest first. */
  sessions: SessionView[];
}

/**
 * What a member keeps of the own account.
 * @param secret of the session that asks; null: unknown
 * @throws AppError `not_found`
 */
export async function readAccount({ db, now }: Reading, { id }: Member, secret: string | null): Promise<AccountView> {
  const here = secret === null ? null : secrets.hash(secret);
  return db.snapshot(async (tx) => {
    const row = await tx.member.findUnique({ where: { id } });
    if (!row) throw new AppError("not_found");
    const sessions = await tx.session.findMany({ where: { memberId: id, expiresAt: { gt: now() }, ...WHOLE }, orderBy: { createdAt: "desc" } });
    const { name, email, lang, grants } = memberOf(row);
    return {
      name,
      email,
      lang,
      grants,
      choices: await readChoices(tx),
      secondFactor: row.totpSecret === null ? "off" : row.totpPeriod === null ? "drawn" : "on",
      sessions: sessions.map((one) => ({
        id: one.id,
        browser: one.browser,
        begun: one.createdAt,
        lastSeen: one.lastSeenAt ?? one.createdAt,
        here: one.id === here,
      })),
    };
  });
}
