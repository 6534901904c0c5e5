import { AppError } from "../core/errors.ts";
import { hashOf } from "../core/hash.ts";
import { assertAdministered } from "../core/people/administration.ts";
import { standingOf } from "../core/people/grants.ts";
import { rolesOf } from "../core/people/roles.ts";
import { allow } from "./allow.ts";
import { type OpenSession, renewSession } from "./open-session.ts";
import { otherAdministrators, ownedAccount } from "./owned-account.ts";
import type { Actor, Ports } from "./ports.ts";
import { readStanding, type TypedStanding } from "./read-standing.ts";

export interface ChangeMember extends TypedStanding {
  id: string;
  /** `standingOf` the member as it was on screen. */
  seen: string;
  /** Of the browser that asks: an administrator who changes the own roles goes on working in it. */
  userAgent: string;
}

/**
 * Gives a member other roles, limits or another team. Other roles end the member's sessions: the next sign-in begins with them.
 * @returns a new session where the member is the one who asks
 * @throws AppError `not_allowed`, `not_found`, `invalid` (`field`: "roles", "limits" or "team"), `clash` (somebody changed it since),
 *   `last_administrator`, `own_administration`
 */
export async function changeMember(ports: Ports, actor: Actor, change: ChangeMember): Promise<{ session: OpenSession | null }> {
  allow(actor, "people.invite");
  const { id } = change;
  return ports.write(async (tx) => {
    const account = await ownedAccount(tx, id);
    const before = { grants: account.grants, team: account.team };
    if (standingOf(account) !== change.seen) throw new AppError("clash");
    const after = await readStanding(tx, change);
    if (standingOf(after) === change.seen) return { session: null };
    const own = id === actor.id;
    const was = !account.disabled && account.roles.includes("administrator");
    const willBe = !account.disabled && rolesOf(after.grants).includes("administrator");
    assertAdministered({ own, was, willBe, others: await otherAdministrators(tx, account) });
    await tx.members.setStanding(id, after.grants, after.team);
    await tx.audit.note({ act: "member.change", object: `member:${id}`, by: actor.id, at: ports.now(), before, after });
    if (hashOf(before.grants) === hashOf(after.grants)) return { session: null };
    if (own) return { session: await renewSession(ports, tx, id, change.userAgent) };
    await tx.sessions.removeAll(id, null);
    return { session: null };
  });
}
