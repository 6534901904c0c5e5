import { AppError } from "../core/errors.ts";
import { isLang } from "../core/language/languages.ts";
import { assertPassword, normalEmail, readName } from "../core/people/credentials.ts";
import { rolesOf } from "../core/people/roles.ts";
import { type OpenSession, openSession } from "./open-session.ts";
import type { Invitation, Ports, Tx } from "./ports.ts";

export interface Acceptance {
  /** What the link holds. */
  secret: string;
  /** Not asked where the invitation names the address. */
  email: string | null;
  name: string;
  password: string;
  /** The language of the member's workbench. */
  lang: string;
  /** The network address it comes from. */
  address: string;
  userAgent: string;
}

/**
 * Makes the holder of a one-time link a member, and signs them in. The link is spent in the same transaction, so it serves once.
 * @throws AppError `link_used` (spent, too old, or never made), `invalid` (address, name, language), `weak_password`,
 *   `already_exists` (the address has an account), `too_many_attempts`
 */
export async function acceptInvitation(ports: Ports, given: Acceptance): Promise<OpenSession> {
  await ports.limits.consume("link-address", given.address);
  const hash = ports.secrets.hash(given.secret);
  const invitation = await ports.write((tx) => openInvitation(ports, tx, hash));
  const email = normalEmail(invitation.email ?? given.email ?? "");
  const name = readName(given.name);
  const lang = given.lang;
  if (!isLang(lang)) throw new AppError("invalid", { field: "lang" });
  assertPassword(given.password, email);
  // Before the transaction: it takes a tenth of a second on purpose.
  const passwordHash = await ports.passwords.hash(given.password.normalize("NFC"));
  const id = ports.newId();
  return ports.write(async (tx) => {
    const { grants, team } = await openInvitation(ports, tx, hash);
    if (await tx.members.byEmail(email)) throw new AppError("already_exists", { field: "email" });
    const createdAt = ports.now();
    await tx.members.insert({ id, email, name, lang, grants, roles: rolesOf(grants), team, passwordHash, createdAt, disabledAt: null });
    await tx.invitations.markUsed(hash, id, createdAt);
    await tx.audit.note({ act: "member.join", object: `member:${id}`, by: id, at: createdAt, after: { grants, team, invitation: hash } });
    return openSession(ports, tx, id, given.userAgent);
  });
}

async function openInvitation(ports: Ports, tx: Tx, hash: string): Promise<Invitation> {
  const invitation = await tx.invitations.byHash(hash);
  if (!invitation || invitation.usedAt || invitation.expiresAt <= ports.now()) throw new AppError("link_used");
  // A link of the start-up makes the first administrator, never a second one.
  if (invitation.by === null && (await tx.members.countActive("administrator")) > 0) throw new AppError("link_used");
  return invitation;
}
