import { AppError } from "../../../core/errors.ts";
import { standingOf } from "../../../core/people/grants.ts";
import { type Grant, type Role, rolesOf } from "../../../core/people/roles.ts";
import { isConfirmed } from "../../../core/people/second-factor.ts";
import type { ReadTx } from "../../db/client.server.ts";
import type { Member as Row } from "../../db/generated/sqlite/client.ts";
import { grantsOf, memberOf } from "../../db/tx/members.server.ts";
import { WHOLE } from "../../db/tx/sessions.server.ts";
import { secrets } from "../../sessions/secrets.server.ts";
import type { Reading } from "../reading.server.ts";
import { type Choices, readChoices } from "./people-choices.server.ts";

export interface MemberView {
  id: string;
  name: string;
  email: string;
  grants: Grant[];
  /** Key of a team; null: none. */
  team: string | null;
  createdAt: Date;
  disabled: boolean;
  /** Whether a code is asked for at sign-in. */
  secondFactor: boolean;
  /** Nobody's: wrote the starter content. */
  portals: boolean;
}

export interface PeopleView {
  members: MemberView[];
  choices: Choices;
}

/** Everybody who is or was a member: those who may sign in first, by name. With what a new one can be given. */
export async function readPeople({ db }: Reading): Promise<PeopleView> {
  return db.snapshot(async (tx) => {
    const rows = await tx.member.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }] });
    const members = rows.map(viewOf).sort((a, b) => Number(a.disabled) - Number(b.disabled));
    return { members, choices: await readChoices(tx) };
  });
}

function viewOf(row: Row): MemberView {
  const { id, name, email, grants, team } = memberOf(row);
  const secondFactor = row.totpSecret !== null && isConfirmed({ kept: row.totpSecret, period: row.totpPeriod });
  return { id, name, email, grants, team, createdAt: row.createdAt, disabled: row.disabledAt !== null, secondFactor, portals: row.passwordHash === null };
}

export interface PersonView {
  member: MemberView;
  /** What the form carries, so that nobody's change is overwritten unseen. */
  seen: string;
  /** In how many browsers the member is signed in. */
  sessions: number;
  choices: Choices;
}

/**
 * One member, as an administrator sees them.
 * @throws AppError `not_found`
 */
export async function readPerson({ db, now }: Reading, id: string): Promise<PersonView> {
  return db.snapshot(async (tx) => {
    const row = await tx.member.findUnique({ where: { id } });
    if (!row) throw new AppError("not_found");
    return { member: viewOf(row), seen: standingOf(memberOf(row)), sessions: await countSessions(tx, id, now()), choices: await readChoices(tx) };
  });
}

const countSessions = (tx: ReadTx, memberId: string, now: Date): Promise<number> => tx.session.count({ where: { memberId, expiresAt: { gt: now }, ...WHOLE } });

export interface InvitationView {
  /** Null: who accepts names the address. */
  email: string | null;
  roles: Role[];
  expiresAt: Date;
}

/**
 * An invitation that can still be accepted.
 * @throws AppError `link_used` (spent, too old, or never made)
 */
export async function readInvitation({ db, now }: Reading, secret: string): Promise<InvitationView> {
  const row = await db.read.invitation.findUnique({ where: { id: secrets.hash(secret) } });
  if (!row || row.usedAt || row.expiresAt <= now()) throw new AppError("link_used");
  return { email: row.email, roles: rolesOf(grantsOf(row.roles)), expiresAt: row.expiresAt };
}
