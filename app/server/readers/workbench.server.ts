import type { Member } from "../../core/people/roles.ts";
import type { Owner } from "../../core/translation/wording.ts";
import type { Reading } from "./reading.server.ts";
import { readArticleDesk } from "./workbench/article-desk.server.ts";
import { readFreshUnits } from "./workbench/fresh-units.server.ts";
import { readHome } from "./workbench/home.server.ts";
import { readInvitation, readMembers } from "./workbench/people.server.ts";
import { readStringsDesk } from "./workbench/strings-desk.server.ts";

/** What the workbench's pages ask for: one call a page, each answered from one state of the database. */
export const workbenchReaders = (reading: Reading) => ({
  home: (member: Member) => readHome(reading, member),
  article: (member: Member, slug: string) => readArticleDesk(reading, member, slug),
  strings: (member: Member, namespace: string) => readStringsDesk(reading, member, namespace),
  /** Some units as they are now, after a change to them. */
  fresh: (member: Member, owner: Owner, units: readonly string[]) => readFreshUnits(reading, member, owner, units),
  members: () => readMembers(reading),
  invitation: (secret: string) => readInvitation(reading, secret),
});
