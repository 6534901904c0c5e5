import { TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError, type ErrorCode } from "../../app/core/errors.ts";
import { standingOf, type TypedGrant } from "../../app/core/people/grants.ts";
import type { Member, Role } from "../../app/core/people/roles.ts";
import { minutesAfter, SECOND_STEP_MINUTES, SEEN_EVERY_MINUTES } from "../../app/core/people/terms.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import type { Reading } from "../../app/server/readers/reading.server.ts";
import { workbenchReaders } from "../../app/server/readers/workbench.server.ts";
import { codesWith } from "../../app/server/sessions/codes.server.ts";
import { limits } from "../../app/server/sessions/limits.server.ts";
import { lockWith } from "../../app/server/sessions/lock.server.ts";
import { secrets } from "../../app/server/sessions/secrets.server.ts";
import { openSessions, type Sessions } from "../../app/server/sessions/sessions.server.ts";
import { acceptInvitation } from "../../app/use-cases/accept-invitation.ts";
import { changeAccount } from "../../app/use-cases/change-account.ts";
import { changeMember } from "../../app/use-cases/change-member.ts";
import { changePassword } from "../../app/use-cases/change-password.ts";
import { confirmSecondFactor } from "../../app/use-cases/confirm-second-factor.ts";
import { disableMember } from "../../app/use-cases/disable-member.ts";
import { finishSignIn, type SecondStep } from "../../app/use-cases/finish-sign-in.ts";
import { inviteMember } from "../../app/use-cases/invite-member.ts";
import { openFirstInvitation } from "../../app/use-cases/open-first-invitation.ts";
import type { OpenSession } from "../../app/use-cases/open-session.ts";
import type { Ports } from "../../app/use-cases/ports.ts";
import { putSite } from "../../app/use-cases/put-site.ts";
import { putTeam } from "../../app/use-cases/put-team.ts";
import { removeSecondFactor } from "../../app/use-cases/remove-second-factor.ts";
import { revokeSession } from "../../app/use-cases/revoke-session.ts";
import { setUpSecondFactor } from "../../app/use-cases/set-up-second-factor.ts";
import { signIn } from "../../app/use-cases/sign-in.ts";
import { signOutEverywhere } from "../../app/use-cases/sign-out-everywhere.ts";
import { memberWith } from "./actors.ts";
import { databases, type FreshDatabase } from "./databases.ts";

const PASSWORD = "bảy con trâu qua sông Kỳ Cùng";
const OTHER = "một đàn cò trắng bay qua Đồng Đăng";
const START = new Date("2026-11-23T01:00:00Z");
const HOME = "198.51.100.7";
const PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36";
const DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0";

const grant = (role: string, limits: Partial<TypedGrant> = {}): TypedGrant => ({ role, langs: [], topics: [], sites: [], ...limits });

describe.each(databases())("accounts on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let ports: Ports;
  let sessions: Sessions;
  let readers: ReturnType<typeof workbenchReaders>;
  let now: Date;
  let admin: Member;

  beforeEach(async () => {
    place = await fresh();
    db = await place.open();
    now = START;
    const base = { write: db.write, now: () => now, newId, baseStrings: () => ({}) };
    // Argon2 takes its time on purpose; here only that it is asked counts, and people.test.ts asks the real one.
    const quick = {
      hash: async (password: string) => `hash of ${password}`,
      verify: async (hash: string | null, password: string) => hash === `hash of ${password}`,
    };
    ports = { ...base, passwords: quick, secrets, codes: codesWith(lockWith(Buffer.alloc(32, 7))), limits: limits(base) };
    sessions = openSessions(db, base, { secure: false });
    readers = workbenchReaders({ db, now: base.now, strings: null as unknown as Reading["strings"] });
    await db.write(async (tx) => {
      await tx.places.putAgency({ key: "customs", names: [{ name: { vi: "Hải quan", zh: "海关" }, from: null, until: null }], phone: null });
      await tx.places.putTopic({ key: "cash", position: 0, icon: "banknote", name: { vi: "Tiền mặt", zh: "现金" } });
      const confirmed = { vi: "confirmed", zh: "confirmed" } as const;
      const none = { opposite: null, markers: null, kinds: [], hours: {}, agency: "customs", summary: { vi: "", zh: "" } };
      await tx.places.putGate({ key: "chi-ma", position: 0, name: { vi: "Chi Ma", zh: null }, nameMark: confirmed, ...none });
    });
    admin = (await who(await joined("quan-tri", (await openFirstInvitation(ports))?.secret ?? ""))) as Member;
  });

  afterEach(async () => {
    await db.close();
    await place.drop();
  });

  const joined = (name: string, secret: string): Promise<OpenSession> =>
    acceptInvitation(ports, { secret, email: `${name}@example.org`, name, password: PASSWORD, lang: "vi", address: HOME, userAgent: DESK });

  /** A member with a session at a desk. */
  async function member(name: string, ...roles: Role[]): Promise<{ session: OpenSession; member: Member }> {
    const { secret } = await inviteMember(ports, admin, { email: null, grants: roles.map((role) => grant(role)), team: null });
    const session = await joined(name, secret);
    return { session, member: (await who(session)) as Member };
  }

  const request = async ({ secret, expiresAt }: OpenSession): Promise<Request> =>
    new Request("http://localhost/workbench", { headers: { Cookie: (await sessions.give({ secret, expiresAt })).split(";")[0] ?? "" } });
  const who = async (session: OpenSession): Promise<Member | null> => sessions.memberOf(await request(session));
  const signedIn = (name: string, given: { password?: string; userAgent?: string } = {}) =>
    signIn(ports, { email: `${name}@example.org`, password: PASSWORD, address: HOME, formerSecret: null, userAgent: PHONE, ...given });
  async function session(name: string): Promise<OpenSession> {
    const came = await signedIn(name);
    if (came.kind !== "signed-in") throw new Error("a code was asked for");
    return came.session;
  }
  async function step(name: string): Promise<string> {
    const came = await signedIn(name);
    if (came.kind !== "code-needed") throw new Error("no code was asked for");
    return came.step.secret;
  }
  const finish = (given: Pick<SecondStep, "secret" | "code">): Promise<OpenSession> =>
    finishSignIn(ports, { address: HOME, formerSecret: null, userAgent: PHONE, ...given });
  const codeAt = (key: string, at: Date): string => new TOTP({ secret: key }).generate({ timestamp: at.getTime() });

  /** A member whose phone knows the key; a period later, so that the next code is a new one. */
  async function withPhone(name: string): Promise<{ key: string; member: Member; session: OpenSession }> {
    const one = await member(name, "translator");
    const { key } = await setUpSecondFactor(ports, one.member, PASSWORD);
    await confirmSecondFactor(ports, one.member, codeAt(key, now));
    now = minutesAfter(now, 1);
    return { key, ...one };
  }

  const seen = async (id: string): Promise<string> => standingOf((await readers.person(id)).member);
  const give = async (actor: Member, id: string, grants: TypedGrant[], team: string | null = null) =>
    changeMember(ports, actor, { id, seen: await seen(id), grants, team, userAgent: DESK });
  const code = (work: Promise<unknown>): Promise<ErrorCode | null> =>
    work.then(
      () => null,
      (error: unknown) => {
        if (error instanceof AppError) return error.code;
        throw error;
      },
    );
  const audit = async (): Promise<string[]> => (await db.read.auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ act }) => act);

  it("an administrator gives a role with limits and a team, and the member's sessions end", async () => {
    const lan = await member("lan", "translator");
    const team = await putTeam(ports, admin, {
      key: null,
      kind: "information",
      name: { vi: "Nhóm Chi Ma", zh: "支马组" },
      agency: "customs",
      sites: ["chi-ma"],
    });
    expect(team).toBe("nhom-chi-ma");
    await give(admin, lan.member.id, [grant("translator", { langs: ["zh"], topics: ["cash"], sites: ["chi-ma"] })], team);
    expect(await who(lan.session)).toBeNull();
    expect(await who(await session("lan"))).toMatchObject({ grants: [{ role: "translator", langs: ["zh"], topics: ["cash"], sites: ["chi-ma"] }], team });
    expect((await readers.teams()).teams).toMatchObject([{ key: team, members: 1 }]);
  });

  it("another team alone ends no session, and nothing that is not changed is written", async () => {
    const lan = await member("lan", "translator");
    const team = await putTeam(ports, admin, { key: null, kind: "editorial", name: { vi: "Ban biên tập", zh: "编辑组" }, agency: "customs", sites: [] });
    await give(admin, lan.member.id, [grant("translator")], team);
    expect((await who(lan.session))?.team).toBe(team);
    const entries = await audit();
    await give(admin, lan.member.id, [grant("translator")], team);
    expect(await audit()).toEqual(entries);
  });

  it("what does not exist, or limits no such role, is refused", async () => {
    const { member: lan } = await member("lan", "translator");
    for (const wrong of [
      [],
      [grant("emperor")],
      [grant("translator"), grant("translator")],
      [grant("translator", { topics: ["none"] })],
      [grant("translator", { sites: ["none"] })],
      [grant("translator", { langs: ["fr"] })],
      [grant("administrator", { topics: ["cash"] })],
      [grant("operator", { langs: ["vi"] })],
    ])
      expect(await code(give(admin, lan.id, wrong))).toBe("invalid");
    expect(await code(give(admin, lan.id, [grant("translator")], "none"))).toBe("invalid");
    expect(await code(give(lan, lan.id, [grant("administrator")]))).toBe("not_allowed");
    expect(await code(changeMember(ports, admin, { id: "nobody", seen: "", grants: [grant("translator")], team: null, userAgent: "" }))).toBe("not_found");
  });

  it("of two administrators who change one member the later is told, and overwrites nothing", async () => {
    const { member: lan } = await member("lan", "translator");
    const before = await seen(lan.id);
    await give(admin, lan.id, [grant("reviewer")]);
    const late = changeMember(ports, admin, { id: lan.id, seen: before, grants: [grant("author")], team: null, userAgent: "" });
    expect(await code(late)).toBe("clash");
    expect((await readers.person(lan.id)).member.grants.map(({ role }) => role)).toEqual(["reviewer"]);
  });

  it("the last administrator stays one, and nobody lays the office down alone", async () => {
    expect(await code(give(admin, admin.id, [grant("translator")]))).toBe("last_administrator");
    expect(await code(disableMember(ports, admin, { id: admin.id, disabled: true }))).toBe("last_administrator");
    const { member: second } = await member("mai", "administrator");
    expect(await code(give(admin, admin.id, [grant("translator")]))).toBe("own_administration");
    expect(await code(disableMember(ports, admin, { id: admin.id, disabled: true }))).toBe("own_administration");
    // Each takes the other's office at the same moment: one of them is too late.
    const codes = await Promise.all([
      code(disableMember(ports, admin, { id: second.id, disabled: true })),
      code(disableMember(ports, second, { id: admin.id, disabled: true })),
    ]);
    expect(codes.sort()).toEqual(["last_administrator", null]);
    expect(await openFirstInvitation(ports)).toBeNull();
  });

  it("an administrator who takes on another role goes on working in this browser, and in no other", async () => {
    const elsewhere = await session("quan-tri");
    const { session: here } = await give(admin, admin.id, [grant("administrator"), grant("translator")]);
    expect((await who(here as OpenSession))?.roles).toEqual(["translator", "administrator"]);
    expect(await who(elsewhere)).toBeNull();
  });

  it("a disabled member is out at once, can't come in, half-way neither, and comes back with the same account", async () => {
    const lan = await withPhone("lan");
    const half = await step("lan");
    await disableMember(ports, admin, { id: lan.member.id, disabled: true });
    expect(await who(lan.session)).toBeNull();
    expect(await code(finish({ secret: half, code: codeAt(lan.key, now) }))).toBe("sign_in_needed");
    expect(await code(signedIn("lan"))).toBe("sign_in_failed");
    await disableMember(ports, admin, { id: lan.member.id, disabled: false });
    expect(await code(finish({ secret: half, code: codeAt(lan.key, now) }))).toBe("sign_in_needed");
    expect((await finish({ secret: await step("lan"), code: codeAt(lan.key, now) })).secret).toHaveLength(43);
    expect(await code(disableMember(ports, lan.member, { id: admin.id, disabled: true }))).toBe("not_allowed");
  });

  it("accounts of the portal itself are nobody's to open", async () => {
    await db.write((tx) => tx.members.insert({ ...memberWith("starter", "translator"), passwordHash: null, createdAt: now, disabledAt: now }));
    expect(await code(disableMember(ports, admin, { id: "starter", disabled: false }))).toBe("not_found");
    expect(await code(give(admin, "starter", [grant("administrator")]))).toBe("not_found");
    expect((await readers.person("starter")).member.portals).toBe(true);
  });

  it("a new password asks for the old one, ends every other session, and gives this browser a new one", async () => {
    const { session: first, member: lan } = await member("lan", "translator");
    const elsewhere = await session("lan");
    const change = (current: string, wanted: string) => changePassword(ports, lan, { current, wanted, userAgent: DESK });
    expect(await code(change(OTHER, OTHER))).toBe("wrong_password");
    expect(await code(change(PASSWORD, "ngắn"))).toBe("weak_password");
    expect(await who(elsewhere)).not.toBeNull();
    const renewed = await change(PASSWORD.normalize("NFD"), OTHER);
    expect([await who(first), await who(elsewhere)]).toEqual([null, null]);
    expect((await who(renewed))?.id).toBe(lan.id);
    expect(renewed.secret).not.toBe(first.secret);
    expect(await code(signedIn("lan"))).toBe("sign_in_failed");
    expect(await code(signedIn("lan", { password: OTHER }))).toBeNull();
  });

  it("who sits at an open browser guesses the password ten times and no more", async () => {
    const { member: lan } = await member("lan", "translator");
    for (let round = 0; round < 10; round += 1) expect(await code(setUpSecondFactor(ports, lan, OTHER))).toBe("wrong_password");
    expect(await code(changePassword(ports, lan, { current: PASSWORD, wanted: OTHER, userAgent: "" }))).toBe("too_many_attempts");
    // The sign-in page is another matter: nobody is locked out of their own account by a stranger at it.
    expect(await code(signedIn("lan"))).toBeNull();
  });

  it("a member sees the own sessions by browser and time, ends one, or all others", async () => {
    const { session: first, member: lan } = await member("lan", "translator");
    now = minutesAfter(now, 10);
    const phone = await session("lan");
    const third = await session("lan");
    const list = async () => (await readers.account(lan, first.secret)).sessions;
    expect((await list()).map(({ browser, here }) => [browser, here])).toEqual([
      ["Chrome · Android", false],
      ["Chrome · Android", false],
      ["Firefox · Windows", true],
    ]);
    await revokeSession(ports, lan, secrets.hash(phone.secret));
    expect([await who(phone), (await list()).length]).toEqual([null, 2]);
    await signOutEverywhere(ports, lan, { id: lan.id, keep: first.secret });
    expect([await who(third), (await who(first))?.id, (await list()).length]).toEqual([null, lan.id, 1]);
  });

  it("nobody ends another's session but an administrator, who ends them all", async () => {
    const { session: lans, member: lan } = await member("lan", "translator");
    const { member: minh } = await member("minh", "publisher");
    expect(await code(revokeSession(ports, minh, secrets.hash(lans.secret)))).toBe("not_found");
    expect(await code(revokeSession(ports, admin, secrets.hash(lans.secret)))).toBe("not_found");
    expect(await code(signOutEverywhere(ports, minh, { id: lan.id, keep: null }))).toBe("not_allowed");
    expect((await who(lans))?.id).toBe(lan.id);
    // Keeping a session is for the own ones: an administrator's is no exception for a member.
    expect(await signOutEverywhere(ports, admin, { id: lan.id, keep: lans.secret })).toBe(1);
    expect(await who(lans)).toBeNull();
  });

  it("when a session was last seen is noted every five minutes at most", async () => {
    const { session: first, member: lan } = await member("lan", "translator");
    const noted = async () => (await db.read.session.findUniqueOrThrow({ where: { id: secrets.hash(first.secret) } })).lastSeenAt;
    now = minutesAfter(START, SEEN_EVERY_MINUTES - 1);
    await who(first);
    now = minutesAfter(START, SEEN_EVERY_MINUTES);
    await Promise.all([who(first), who(first)]);
    await vi.waitFor(async () => expect(await noted()).toEqual(now));
    const then = now;
    now = minutesAfter(now, SEEN_EVERY_MINUTES - 1);
    await who(first);
    await db.write(async () => {});
    expect(await noted()).toEqual(then);
    expect((await readers.account(lan, null)).sessions[0]?.lastSeen).toEqual(then);
  });

  it("a second factor is asked for once a first code has confirmed it, and not before", async () => {
    const { member: lan } = await member("lan", "translator");
    const { key, address } = await setUpSecondFactor(ports, lan, PASSWORD);
    expect(address).toContain(`secret=${key}`);
    expect((await signedIn("lan")).kind).toBe("signed-in");
    expect(await code(confirmSecondFactor(ports, lan, "000000"))).toBe("wrong_code");
    await confirmSecondFactor(ports, lan, ` ${codeAt(key, now).replace(/(?=...$)/, " ")} `);
    expect((await readers.account(lan, null)).secondFactor).toBe("on");
    expect((await signedIn("lan")).kind).toBe("code-needed");
    expect(await code(setUpSecondFactor(ports, lan, PASSWORD))).toBe("already_exists");
  });

  it("a key that was drawn again replaces the one before, until a code confirms it", async () => {
    const { member: lan } = await member("lan", "translator");
    const { key: first } = await setUpSecondFactor(ports, lan, PASSWORD);
    const { key: second } = await setUpSecondFactor(ports, lan, PASSWORD);
    expect((await readers.account(lan, null)).secondFactor).toBe("drawn");
    expect(await code(confirmSecondFactor(ports, lan, codeAt(first, now)))).toBe("wrong_code");
    expect(await code(confirmSecondFactor(ports, lan, codeAt(second, now)))).toBeNull();
  });

  it("the database does not give a key away; one from before keys were locked serves on, and is locked at its next use", async () => {
    const { key, member: lan } = await withPhone("lan");
    const kept = async () => (await db.read.member.findUniqueOrThrow({ where: { id: lan.id } })).totpSecret;
    expect(await kept()).toMatch(/^lock1:/);
    expect(await kept()).not.toContain(key);
    const { totpPeriod } = await db.read.member.findUniqueOrThrow({ where: { id: lan.id } });
    await db.write((tx) => tx.members.setSecondFactor(lan.id, { kept: key, period: totpPeriod }));
    now = minutesAfter(now, 1);
    expect(await code(finish({ secret: await step("lan"), code: codeAt(key, now) }))).toBeNull();
    expect(await kept()).toMatch(/^lock1:/);
    now = minutesAfter(now, 1);
    expect(await code(finish({ secret: await step("lan"), code: codeAt(key, now) }))).toBeNull();

    // Another's lock, or another portal's, opens nothing; an administrator removes it as that of a lost phone.
    const { member: minh } = await member("minh", "translator");
    await db.write(async (tx) => tx.members.setSecondFactor(minh.id, { kept: (await tx.members.account(lan.id))?.secondFactor?.kept ?? "", period: 1 }));
    now = minutesAfter(now, 1);
    expect(await code(finish({ secret: await step("minh"), code: codeAt(key, now) }))).toBe("wrong_code");
    await removeSecondFactor(ports, admin, { id: minh.id, password: "" });
    expect((await signedIn("minh")).kind).toBe("signed-in");
  });

  it("the password's step is no session, and ends after five minutes", async () => {
    const { key } = await withPhone("lan");
    const secret = await step("lan");
    expect(await who({ secret, expiresAt: minutesAfter(now, 5) })).toBeNull();
    expect((await readers.people()).members.find(({ name }) => name === "lan")?.secondFactor).toBe(true);
    now = minutesAfter(now, SECOND_STEP_MINUTES);
    expect(await code(finish({ secret, code: codeAt(key, now) }))).toBe("sign_in_needed");
  });

  it("a code serves once, nor does an older one after it; clocks may be half a minute apart", async () => {
    const { key } = await withPhone("lan");
    const earlier = codeAt(key, minutesAfter(now, -0.5));
    const current = codeAt(key, now);
    const secret = await step("lan");
    expect(await code(finish({ secret, code: codeAt(key, minutesAfter(now, 1)) }))).toBe("wrong_code");
    expect(await code(finish({ secret, code: codeAt(key, minutesAfter(now, -1)) }))).toBe("wrong_code");
    const [one, two] = await Promise.all([
      code(finish({ secret, code: current })),
      finish({ secret: await step("lan"), code: current }).then(
        () => null,
        (e) => e.code,
      ),
    ]);
    expect([one, two].filter((answer) => answer === null)).toHaveLength(1);
    const again = await step("lan");
    expect(await code(finish({ secret: again, code: current }))).toBe("wrong_code");
    expect(await code(finish({ secret: again, code: earlier }))).toBe("wrong_code");
    expect(await code(finish({ secret: again, code: codeAt(key, minutesAfter(now, 0.5)) }))).toBeNull();
  });

  it("of two who bring one code at the same moment the database lets one in", async () => {
    const { member: lan } = await withPhone("lan");
    const use = (period: number) => db.write((tx) => tx.members.usePeriod(lan.id, period));
    expect([await use(99_999_999), await use(99_999_999), await use(99_999_998), await use(100_000_000)]).toEqual([true, false, false, true]);
  });

  it("codes are guessed ten times in a quarter of an hour and no more, however often the password is typed", async () => {
    const { key } = await withPhone("lan");
    for (let round = 0; round < 10; round += 1) expect(await code(finish({ secret: await step("lan"), code: "000000" }))).toBe("wrong_code");
    expect(await code(finish({ secret: await step("lan"), code: codeAt(key, now) }))).toBe("too_many_attempts");
    now = minutesAfter(now, 15);
    expect(await code(finish({ secret: await step("lan"), code: codeAt(key, now) }))).toBeNull();
  });

  it("a second factor is removed with the password; by an administrator, when the phone is lost; by nobody else", async () => {
    const lan = await withPhone("lan");
    const { member: minh } = await member("minh", "publisher");
    expect(await code(removeSecondFactor(ports, lan.member, { id: lan.member.id, password: OTHER }))).toBe("wrong_password");
    expect(await code(removeSecondFactor(ports, minh, { id: lan.member.id, password: PASSWORD }))).toBe("not_allowed");
    await removeSecondFactor(ports, admin, { id: lan.member.id, password: "" });
    expect((await signedIn("lan")).kind).toBe("signed-in");
    const removed = await db.read.auditEntry.findFirst({ where: { act: "member.second-factor", byId: admin.id } });
    expect(removed).toMatchObject({ object: `member:${lan.member.id}`, before: { on: true }, after: { on: false } });
    const { key } = await setUpSecondFactor(ports, lan.member, PASSWORD);
    await confirmSecondFactor(ports, lan.member, codeAt(key, now));
    await removeSecondFactor(ports, lan.member, { id: lan.member.id, password: PASSWORD });
    expect((await signedIn("lan")).kind).toBe("signed-in");
  });

  it("sites are the gates and, after them, the clusters that were added; a gate is not renamed here", async () => {
    const key = await putSite(ports, admin, { key: null, name: { vi: "Cụm xã Đồng Đăng", zh: "同登乡信息点" } });
    const other = await putSite(ports, admin, { key: null, name: { vi: "Cụm xã Đồng Đăng", zh: "同登二点" } });
    expect([key, other]).toEqual(["cum-xa-dong-dang", "cum-xa-dong-dang-2"]);
    await putSite(ports, admin, { key: other, name: { vi: "Cụm xã Tân Thanh", zh: "新清乡信息点" } });
    expect((await readers.teams()).sites.map((site) => [site.key, site.kind, site.name.zh])).toEqual([
      ["chi-ma", "gate", "Chi Ma"],
      [key, "commune", "同登乡信息点"],
      [other, "commune", "新清乡信息点"],
    ]);
    expect(await code(putSite(ports, admin, { key: "chi-ma", name: { vi: "X", zh: "X" } }))).toBe("not_found");
    expect(await code(putSite(ports, admin, { key: null, name: { vi: "Chỉ một bên", zh: " " } }))).toBe("invalid");
    expect(await code(putTeam(ports, admin, { key: null, kind: "information", name: { vi: "A", zh: "A" }, agency: "none", sites: [] }))).toBe("invalid");
    expect(await code(putTeam(ports, admin, { key: "none", kind: "information", name: { vi: "A", zh: "A" }, agency: "customs", sites: [] }))).toBe("not_found");
  });

  it("only an administrator changes teams and sites", async () => {
    const { member: minh } = await member("minh", "publisher");
    expect(await code(putSite(ports, minh, { key: null, name: { vi: "A", zh: "A" } }))).toBe("not_allowed");
    expect(await code(putTeam(ports, minh, { key: null, kind: "information", name: { vi: "A", zh: "A" }, agency: "customs", sites: [] }))).toBe("not_allowed");
  });

  it("every act is in the audit trail once, and no name, address, password or key of anybody is", async () => {
    const lan = await withPhone("lan");
    await changeAccount(ports, lan.member, { name: "Nông Thị Lan", lang: "zh" });
    await changePassword(ports, lan.member, { current: PASSWORD, wanted: OTHER, userAgent: DESK });
    await removeSecondFactor(ports, lan.member, { id: lan.member.id, password: OTHER });
    const { kind } = await signedIn("lan", { password: OTHER });
    await signOutEverywhere(ports, admin, { id: lan.member.id, keep: null });
    await give(admin, lan.member.id, [grant("reviewer")]);
    await disableMember(ports, admin, { id: lan.member.id, disabled: true });
    expect([kind, ...(await audit())]).toEqual([
      "signed-in",
      "member.join",
      "member.invite",
      "member.join",
      "member.second-factor",
      "member.change",
      "member.password",
      "member.second-factor",
      "member.sign-in",
      "member.sign-out-everywhere",
      "member.change",
      "member.disable",
    ]);
    const kept = JSON.stringify(await db.read.auditEntry.findMany());
    for (const personal of ["Lan", "lan@", "quan-tri@", PASSWORD, OTHER, lan.key, HOME, "Firefox"]) expect(kept).not.toContain(personal);
  });
});
