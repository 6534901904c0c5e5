import { AppError } from "../core/errors.ts";
import { normalEmail } from "../core/people/credentials.ts";
import { type OpenSession, openSession } from "./open-session.ts";
import type { Ports } from "./ports.ts";

export interface SignInAttempt {
  email: string;
  password: string;
  /** The network address it comes from: attempts are counted by it as well. */
  address: string;
  /** The secret of the session that the browser still holds, if any: it ends here. */
  formerSecret: string | null;
}

/**
 * Opens a session for who knows the password. An unknown account, a disabled one and a wrong password get the same answer
 * after the same work, so that nobody can learn who has an account.
 * @throws AppError `invalid` (no e-mail address), `sign_in_failed`, `too_many_attempts`
 */
export async function signIn(ports: Ports, attempt: SignInAttempt): Promise<OpenSession> {
  const email = normalEmail(attempt.email);
  await ports.limits.consume("sign-in-address", attempt.address);
  await ports.limits.consume("sign-in-account", email);
  const account = await ports.write((tx) => tx.members.byEmail(email));
  const known = await ports.passwords.verify(account?.passwordHash ?? null, attempt.password.normalize("NFC"));
  if (!known || !account || account.disabled) throw new AppError("sign_in_failed");
  const former = attempt.formerSecret;
  const session = await ports.write(async (tx) => {
    await tx.sessions.removeExpired(ports.now());
    if (former) await tx.sessions.remove(ports.secrets.hash(former));
    return openSession(ports, tx, account.id);
  });
  await ports.limits.reset("sign-in-account", email);
  return session;
}
