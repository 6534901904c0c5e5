import { AppError } from "../core/errors.ts";
import { assertFresh, isConfirmed, readCode } from "../core/people/second-factor.ts";
import { type OpenSession, openSession } from "./open-session.ts";
import type { Ports } from "./ports.ts";

export interface SecondStep {
  /** What sign-in.ts gave the browser when the password was right. */
  secret: string;
  /** As it was typed. */
  code: string;
  /** The network address it comes from. */
  address: string;
  /** The secret of the session that the browser still holds, if any: it ends here. */
  formerSecret: string | null;
  userAgent: string;
}

/**
 * Opens the session of who has the password and, now, a code of the phone. Each code serves once.
 * @throws AppError `wrong_code`, `too_many_attempts`, `sign_in_needed` (the password's step is over: begin again)
 */
export async function finishSignIn(ports: Ports, given: SecondStep): Promise<OpenSession> {
  await ports.limits.consume("sign-in-address", given.address);
  const step = ports.secrets.hash(given.secret);
  const memberId = await ports.write((tx) => tx.sessions.stepOf(step, ports.now()));
  if (!memberId) throw new AppError("sign_in_needed");
  await ports.limits.consume("code-member", memberId);
  const code = readCode(given.code);
  const session = await ports.write(async (tx) => {
    const at = ports.now();
    const account = (await tx.sessions.stepOf(step, at)) === memberId ? await tx.members.account(memberId) : null;
    if (!account || account.disabled || !isConfirmed(account.secondFactor)) throw new AppError("sign_in_needed");
    const { kept, period: used } = account.secondFactor;
    const known = ports.codes.unlock(kept, memberId);
    const period = assertFresh(known && ports.codes.periodOf(known.key, code, at), used);
    if (!(await tx.members.usePeriod(memberId, period))) throw new AppError("wrong_code");
    if (known?.plain) await tx.members.setSecondFactor(memberId, { kept: ports.codes.lock(known.key, memberId), period });
    await tx.sessions.removeStep(step);
    if (given.formerSecret) await tx.sessions.remove(ports.secrets.hash(given.formerSecret));
    await tx.audit.note({ act: "member.sign-in", object: `member:${memberId}`, by: memberId, at, after: { secondFactor: true } });
    return openSession(ports, tx, memberId, given.userAgent);
  });
  await ports.limits.reset("code-member", memberId);
  return session;
}
