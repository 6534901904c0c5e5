import { AppError } from "../core/errors.ts";
import { normalEmail } from "../core/people/credentials.ts";
import { isConfirmed } from "../core/people/second-factor.ts";
import { minutesAfter, SECOND_STEP_MINUTES } from "../core/people/terms.ts";
import { type OpenSession, openSession } from "./open-session.ts";
import type { Ports, Tx } from "./ports.ts";

export interface SignInAttempt {
  email: string;
  password: string;
  /** The network address it comes from: attempts are counted by it as well. */
  address: string;
  /** The secret of the session that the browser still holds, if any: it ends here. */
  formerSecret: string | null;
  userAgent: string;
}

/** `code-needed`: the password was right, and a code of the member's phone is still to come (finish-sign-in.ts). */
export type SignedIn = { kind: "signed-in"; session: OpenSession } | { kind: "code-needed"; step: OpenSession };

/**
 * Opens a session for who knows the password. An unknown account, a disabled one and a wrong password get the same answer
 * after the same work, so that nobody can learn who has an account.
 * @throws AppError `invalid` (no e-mail address), `sign_in_failed`, `too_many_attempts`
 */
export async function signIn(ports: Ports, attempt: SignInAttempt): Promise<SignedIn> {
  const email = normalEmail(attempt.email);
  await ports.limits.consume("sign-in-address", attempt.address);
  await ports.limits.consume("sign-in-account", email);
  const account = await ports.write((tx) => tx.members.byEmail(email));
  const known = await ports.passwords.verify(account?.passwordHash ?? null, attempt.password.normalize("NFC"));
  if (!known || !account || account.disabled) throw new AppError("sign_in_failed");
  const former = attempt.formerSecret;
  const signedIn = await ports.write(async (tx): Promise<SignedIn> => {
    const still = await tx.members.account(account.id);
    // Checking took a tenth of a second, in which an administrator may have acted.
    if (!still || still.disabled || still.passwordHash !== account.passwordHash) throw new AppError("sign_in_failed");
    await tx.sessions.removeExpired(ports.now());
    if (former) await tx.sessions.remove(ports.secrets.hash(former));
    if (isConfirmed(still.secondFactor)) return { kind: "code-needed", step: await beginStep(ports, tx, account.id) };
    const session = await openSession(ports, tx, account.id, attempt.userAgent);
    await tx.audit.note({ act: "member.sign-in", object: `member:${account.id}`, by: account.id, at: ports.now(), after: { secondFactor: false } });
    return { kind: "signed-in", session };
  });
  await ports.limits.reset("sign-in-account", email);
  return signedIn;
}

async function beginStep(ports: Ports, tx: Tx, memberId: string): Promise<OpenSession> {
  const { secret, hash } = ports.secrets.make();
  const createdAt = ports.now();
  const expiresAt = minutesAfter(createdAt, SECOND_STEP_MINUTES);
  await tx.sessions.insertStep({ hash, memberId, createdAt, expiresAt });
  return { secret, expiresAt };
}
