import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppError, type ErrorCode } from "../../app/core/errors.ts";
import type { Member, Role } from "../../app/core/people/roles.ts";
import { hoursAfter, INVITATION_HOURS, SESSION_HOURS } from "../../app/core/people/terms.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { codesWith } from "../../app/server/sessions/codes.server.ts";
import { limits } from "../../app/server/sessions/limits.server.ts";
import { lockWith } from "../../app/server/sessions/lock.server.ts";
import { passwords } from "../../app/server/sessions/passwords.server.ts";
import { secrets } from "../../app/server/sessions/secrets.server.ts";
import { openSessions, type Sessions } from "../../app/server/sessions/sessions.server.ts";
import { type Acceptance, acceptInvitation } from "../../app/use-cases/accept-invitation.ts";
import { chooseLanguage } from "../../app/use-cases/choose-language.ts";
import { inviteMember } from "../../app/use-cases/invite-member.ts";
import { openFirstInvitation } from "../../app/use-cases/open-first-invitation.ts";
import type { OpenSession } from "../../app/use-cases/open-session.ts";
import type { Ports } from "../../app/use-cases/ports.ts";
import { type SignInAttempt, signIn } from "../../app/use-cases/sign-in.ts";
import { signOut } from "../../app/use-cases/sign-out.ts";
import { actor, memberWith } from "./actors.ts";
import { databases, type FreshDatabase } from "./databases.ts";

const PASSWORD = "bảy con trâu qua sông Kỳ Cùng";
const START = new Date("2026-11-23T01:00:00Z");
const HOME = "198.51.100.7";

/** What the form says of roles without limits. */
const given = (...roles: string[]) => ({ grants: roles.map((role) => ({ role, langs: [], topics: [], sites: [] })), team: null });

describe.each(databases())("people on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let ports: Ports;
  let sessions: Sessions;
  let now: Date;

  beforeEach(async () => {
    place = await fresh();
    db = await place.open();
    now = START;
    const base = { write: db.write, now: () => now, newId, baseStrings: () => ({}) };
    ports = { ...base, passwords: passwords(), secrets, codes: codesWith(lockWith(Buffer.alloc(32, 7))), limits: limits(base) };
    sessions = openSessions(db, base, { secure: false });
  });

  afterEach(async () => {
    await db.close();
    await place.drop();
  });

  const accepted = (secret: string, given: Partial<Acceptance> = {}): Promise<OpenSession> =>
    acceptInvitation(ports, { secret, email: "lan@example.org", name: "Lan", password: PASSWORD, lang: "vi", address: HOME, userAgent: "", ...given });

  const ATTEMPT: SignInAttempt = { email: "lan@example.org", password: PASSWORD, address: HOME, formerSecret: null, userAgent: "" };
  async function attempt(given: Partial<SignInAttempt> = {}): Promise<OpenSession> {
    const signedIn = await signIn(ports, { ...ATTEMPT, ...given });
    return signedIn.kind === "signed-in" ? signedIn.session : signedIn.step;
  }

  async function who(session: OpenSession): Promise<Member | null> {
    const cookie = (await sessions.give(session)).split(";")[0] ?? "";
    return sessions.memberOf(new Request("http://localhost/workbench", { headers: { Cookie: cookie } }));
  }

  async function administrator(): Promise<Member> {
    const link = await openFirstInvitation(ports);
    return (await who(await accepted(link?.secret ?? "", { email: "quan-tri@example.org", name: "Quản trị" }))) as Member;
  }

  async function member(roles: Role[] = ["translator"]): Promise<void> {
    const { secret } = await inviteMember(ports, await administrator(), { email: null, ...given(...roles) });
    await accepted(secret);
  }

  const code = (work: Promise<unknown>): Promise<ErrorCode | null> =>
    work.then(
      () => null,
      (error: unknown) => {
        if (error instanceof AppError) return error.code;
        throw error;
      },
    );

  it("the first start makes a link by which the first administrator comes in, and none afterwards", async () => {
    const link = await openFirstInvitation(ports);
    const first = await who(await accepted(link?.secret ?? ""));
    expect(first).toMatchObject({ email: "lan@example.org", name: "Lan", roles: ["administrator"], lang: "vi" });
    expect(await openFirstInvitation(ports)).toBeNull();
  });

  it("each start ends the unclaimed link of the one before", async () => {
    const earlier = await openFirstInvitation(ports);
    const later = await openFirstInvitation(ports);
    expect(await code(accepted(earlier?.secret ?? ""))).toBe("link_used");
    expect(await code(accepted(later?.secret ?? ""))).toBeNull();
  });

  it("a link serves once, even when two people open it at the same moment", async () => {
    const { secret } = await inviteMember(ports, await administrator(), { email: null, ...given("translator") });
    const codes = await Promise.all(["a", "b", "c", "d"].map((name) => code(accepted(secret, { email: `${name}@example.org` }))));
    expect(codes.filter((one) => one === null)).toHaveLength(1);
    expect(codes.filter((one) => one === "link_used")).toHaveLength(3);
    expect(await db.read.member.count()).toBe(2);
  });

  it("a link that nobody made, and one that is too old, are refused alike", async () => {
    const { secret, expiresAt } = await inviteMember(ports, await administrator(), { email: null, ...given("translator") });
    expect(expiresAt).toEqual(hoursAfter(START, INVITATION_HOURS));
    now = expiresAt;
    expect(await code(accepted(secret))).toBe("link_used");
    expect(await code(accepted(secrets.make().secret))).toBe("link_used");
  });

  it("an invitation for an address makes a member of that address, whatever the form says", async () => {
    const { secret } = await inviteMember(ports, await administrator(), { email: " Minh@Example.org ", ...given("reviewer", "translator") });
    const session = await accepted(secret, { email: "someone-else@example.org", lang: "zh" });
    expect(await who(session)).toMatchObject({ email: "minh@example.org", roles: ["translator", "reviewer"], lang: "zh" });
  });

  it("only an administrator invites, with roles that exist, and nobody twice", async () => {
    const admin = await administrator();
    const invite = (email: string | null, roles: string[], actor = admin) => code(inviteMember(ports, actor, { email, ...given(...roles) }));
    expect(await invite(null, ["translator"], { ...admin, roles: ["translator", "reviewer", "publisher"] })).toBe("not_allowed");
    expect(await invite(null, [])).toBe("invalid");
    expect(await invite(null, ["translator", "emperor"])).toBe("invalid");
    expect(await invite("not an address", ["translator"])).toBe("invalid");
    expect(await invite("quan-tri@example.org", ["translator"])).toBe("already_exists");
  });

  it("a refused form leaves the link as it was", async () => {
    const { secret } = await inviteMember(ports, await administrator(), { email: null, ...given("translator") });
    expect(await code(accepted(secret, { password: "ngắn" }))).toBe("weak_password");
    expect(await code(accepted(secret, { email: "QUAN-TRI@example.org" }))).toBe("already_exists");
    expect(await code(accepted(secret, { name: "  " }))).toBe("invalid");
    expect(await code(accepted(secret, { lang: "fr" }))).toBe("invalid");
    expect(await code(accepted(secret))).toBeNull();
  });

  it("a member signs in, by whichever keyboard composes the password, and is known by the cookie", async () => {
    await member();
    expect(await who(await attempt({ email: "LAN@example.org ", password: PASSWORD.normalize("NFD") }))).toMatchObject({ name: "Lan", roles: ["translator"] });
  });

  it("each sign-in makes a new session, and ends the one that the browser still held", async () => {
    await member();
    const first = await attempt();
    const second = await attempt({ formerSecret: first.secret });
    expect(second.secret).not.toBe(first.secret);
    expect(await who(first)).toBeNull();
    expect(await who(second)).not.toBeNull();
  });

  it("a session ends by signing out, and by itself after its hours however busy it was", async () => {
    await member();
    const first = await attempt();
    await signOut(ports, first.secret);
    expect(await who(first)).toBeNull();
    const second = await attempt();
    now = new Date(hoursAfter(START, SESSION_HOURS).getTime() - 1);
    expect(await who(second)).not.toBeNull();
    now = hoursAfter(START, SESSION_HOURS);
    expect(await who(second)).toBeNull();
  });

  it("sessions that have ended are cleared away at the next sign-in", async () => {
    await member();
    await attempt();
    now = hoursAfter(START, SESSION_HOURS + 1);
    await attempt();
    expect(await db.read.session.count()).toBe(1);
  });

  it("the session of a member who may not sign in any more is worth nothing", async () => {
    await db.write(async (tx) => {
      await tx.members.insert({
        ...memberWith("gone", "administrator"),
        passwordHash: null,
        createdAt: now,
        disabledAt: now,
      });
      await tx.sessions.insert({ hash: secrets.hash("s".repeat(43)), memberId: "gone", createdAt: now, expiresAt: hoursAfter(now, 1) });
    });
    expect(await who({ secret: "s".repeat(43), expiresAt: hoursAfter(now, 1) })).toBeNull();
  });

  it("neither passwords nor the secrets of cookies and links are kept", async () => {
    await member();
    const { secret } = await attempt();
    const invitation = await inviteMember(ports, actor("x", "administrator"), { email: null, ...given("translator") });
    const kept = JSON.stringify([
      await db.read.member.findMany(),
      await db.read.session.findMany(),
      await db.read.invitation.findMany(),
      await db.read.rateLimit.findMany(),
    ]);
    for (const private_ of [PASSWORD, secret, invitation.secret, HOME]) expect(kept).not.toContain(private_);
    expect(kept).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
  });

  it("an unknown account gets the same answer as a wrong password, after the same work", async () => {
    await member();
    const timed = async (email: string): Promise<number> => {
      const begun = performance.now();
      expect(await code(attempt({ email, password: "một mật khẩu khác hẳn" }))).toBe("sign_in_failed");
      return performance.now() - begun;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      known.push(await timed("lan@example.org"));
      unknown.push(await timed("nobody@example.org"));
    }
    // Without the hash an answer takes a tenth of the time; a busy machine stretches both.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.2);
  });

  it("after ten wrong passwords the account is left alone for a quarter of an hour, by every instance", async () => {
    await member();
    for (let round = 0; round < 10; round += 1) expect(await code(attempt({ password: "sai mật khẩu rồi" }))).toBe("sign_in_failed");
    const again = signIn({ ...ports, limits: limits(ports) }, { ...ATTEMPT, address: "203.0.113.9" });
    await expect(again).rejects.toMatchObject({ code: "too_many_attempts", details: { retryAfterSeconds: 900 } });
    now = new Date(START.getTime() + 15 * 60_000);
    expect(await code(attempt())).toBeNull();
  });

  it("a right password forgives the wrong ones before it", async () => {
    await member();
    for (let round = 0; round < 9; round += 1) await code(attempt({ password: "sai mật khẩu rồi" }));
    expect(await code(attempt())).toBeNull();
    for (let round = 0; round < 9; round += 1) await code(attempt({ password: "sai mật khẩu rồi" }));
    expect(await code(attempt())).toBeNull();
  });

  it("an address that tries many accounts is stopped, others are not", async () => {
    await member();
    // Counted directly: sixty hashes would take seconds.
    for (let round = 0; round < 60; round += 1) await ports.limits.consume("sign-in-address", HOME);
    expect(await code(attempt())).toBe("too_many_attempts");
    expect(await code(attempt({ address: "203.0.113.9" }))).toBeNull();
  });

  it("a member changes the language of the workbench", async () => {
    await member();
    const session = await attempt();
    await chooseLanguage(ports, (await who(session)) as Member, "zh");
    expect((await who(session))?.lang).toBe("zh");
    expect(await code(chooseLanguage(ports, (await who(session)) as Member, "fr"))).toBe("unknown_language");
  });

  it("the cookie is out of reach of scripts and other sites, and Secure where there is TLS", async () => {
    const session = { secret: secrets.make().secret, expiresAt: hoursAfter(now, 1) };
    const plain = await sessions.give(session);
    expect(plain).toMatch(/^cn_session=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const secure = await openSessions(db, ports, { secure: true }).give(session);
    expect(secure).toContain("; Secure");
    expect(await sessions.take()).toContain("Max-Age=0");
  });
});
