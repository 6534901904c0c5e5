import type { Lang } from "../core/language/languages.ts";
import { type Grant, type Role, rolesOf, unlimited } from "../core/people/roles.ts";
import type { Ports } from "./ports.ts";

/** Whom to sign in as. The password is told once: only its hash is kept. */
export interface DemoMember {
  email: string;
  password: string;
  roles: Role[];
  lang: Lang;
}

/** Long enough that nobody guesses it, short enough to be typed. */
const PASSWORD_LENGTH = 16;

const DEMO: { name: string; lang: Lang; grant: Grant }[] = [
  { name: "administrator", lang: "vi", grant: unlimited("administrator") },
  { name: "author", lang: "vi", grant: unlimited("author") },
  { name: "translator-zh", lang: "zh", grant: { ...unlimited("translator"), langs: ["zh"] } },
  { name: "translator-vi", lang: "vi", grant: { ...unlimited("translator"), langs: ["vi"] } },
  { name: "reviewer-zh", lang: "zh", grant: { ...unlimited("reviewer"), langs: ["zh"] } },
  { name: "reviewer-vi", lang: "vi", grant: { ...unlimited("reviewer"), langs: ["vi"] } },
  { name: "publisher", lang: "vi", grant: unlimited("publisher") },
  { name: "operator", lang: "vi", grant: { ...unlimited("operator"), sites: ["huu-nghi"] } },
  { name: "adviser", lang: "zh", grant: unlimited("adviser") },
  { name: "technician", lang: "vi", grant: unlimited("technician") },
];

/**
 * Makes a member of every role, for trying the portal out: under addresses that no mail reaches, with random passwords.
 * @returns those that were made, with their passwords; empty when they are there already
 */
export async function makeDemoMembers(ports: Ports): Promise<DemoMember[]> {
  const named = ports.baseStrings().workbench ?? {};
  const members = await Promise.all(
    DEMO.map(async ({ name, lang, grant }) => {
      const password = ports.secrets.make().secret.slice(0, PASSWORD_LENGTH);
      const shown = named[`roles.${grant.role}`]?.[lang] ?? grant.role;
      return {
        id: ports.newId(),
        email: `${name}@demo.cau-noi.invalid`,
        name: shown,
        lang,
        grants: [grant],
        password,
        passwordHash: await ports.passwords.hash(password),
      };
    }),
  );
  const made = await ports.write(async (tx) => {
    if (await tx.members.byEmail(members[0]?.email ?? "")) return false;
    const at = ports.now();
    for (const { password: _, ...member } of members) {
      await tx.members.insert({ ...member, roles: rolesOf(member.grants), team: null, createdAt: at, disabledAt: null });
      await tx.audit.note({ act: "member.join", object: `member:${member.id}`, by: null, at, after: { grants: member.grants } });
    }
    return true;
  });
  return made ? members.map(({ email, password, grants, lang }) => ({ email, password, roles: rolesOf(grants), lang })) : [];
}
