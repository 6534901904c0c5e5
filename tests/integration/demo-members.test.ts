import { afterAll, beforeAll, expect, it } from "vitest";
import { ROLES } from "../../app/core/people/roles.ts";
import { BASE_STRINGS } from "../../app/i18n/runtime.server.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { passwords } from "../../app/server/sessions/passwords.server.ts";
import { secrets } from "../../app/server/sessions/secrets.server.ts";
import { makeDemoMembers } from "../../app/use-cases/make-demo-members.ts";
import type { Ports } from "../../app/use-cases/ports.ts";
import { databases, type FreshDatabase } from "./databases.ts";

let place: FreshDatabase;
let db: Database;
beforeAll(async () => {
  place = await (databases()[0]?.fresh() as Promise<FreshDatabase>);
  db = await place.open();
});
afterAll(async () => {
  await db.close();
  await place.drop();
});

it("of every role there is somebody to sign in as, with a password that is told once", async () => {
  const unused = {} as never;
  const hashing = passwords();
  const ports: Ports = {
    write: db.write,
    now: () => new Date(),
    newId,
    baseStrings: () => BASE_STRINGS,
    passwords: hashing,
    secrets,
    codes: unused,
    limits: unused,
  };
  const made = await makeDemoMembers(ports);
  expect([...new Set(made.flatMap(({ roles }) => roles))].sort()).toEqual([...ROLES].sort());
  expect(new Set(made.map(({ password }) => password)).size).toBe(made.length);
  for (const { email, password } of made.slice(0, 3)) {
    const kept = await db.write((tx) => tx.members.byEmail(email));
    expect(kept?.disabled).toBe(false);
    expect(kept?.name).not.toBe("");
    expect(await hashing.verify(kept?.passwordHash ?? null, password)).toBe(true);
  }
  const zh = await db.write((tx) => tx.members.byEmail("translator-zh@demo.cau-noi.invalid"));
  expect(zh?.grants).toEqual([{ role: "translator", langs: ["zh"], topics: null, sites: null }]);
  expect(await db.read.auditEntry.count({ where: { act: "member.join" } })).toBe(made.length);
  expect(await makeDemoMembers(ports)).toEqual([]);
  expect(await db.read.member.count()).toBe(made.length);
});
