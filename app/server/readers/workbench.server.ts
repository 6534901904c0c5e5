import type { Lang } from "../../core/language/languages.ts";
import type { Member } from "../../core/people/roles.ts";
import type { Period } from "../../core/search/misses.ts";
import type { Owner } from "../../core/translation/wording.ts";
import type { Reading } from "./reading.server.ts";
import { readArticleDesk } from "./workbench/article-desk.server.ts";
import { readFreshUnits } from "./workbench/fresh-units.server.ts";
import { readOperatorGate, readOperatorGates } from "./workbench/gates.server.ts";
import { readHome } from "./workbench/home.server.ts";
import { type MessageFilter, readMessage, readMessages } from "./workbench/messages.server.ts";
import { readMisses } from "./workbench/misses.server.ts";
import { readInvitation, readMembers } from "./workbench/people.server.ts";
import { readStringsDesk } from "./workbench/strings-desk.server.ts";

/** What the workbench's pages ask for: one call a page, each answered from one state of the database. */
export const workbenchReaders = (reading: Reading) => ({
  home: (member: Member) => readHome(reading, member),
  article: (member: Member, slug: string) => readArticleDesk(reading, member, slug),
  strings: (member: Member, namespace: string) => readStringsDesk(reading, member, namespace),
  /** Some units as they are now, after a change to them. */
  fresh: (member: Member, owner: Owner, units: readonly string[]) => readFreshUnits(reading, member, owner, units),
  gates: () => readOperatorGates(reading),
  gate: (key: string) => readOperatorGate(reading, key),
  misses: (lang: Lang | null, period: Period) => readMisses(reading, lang, period),
  members: () => readMembers(reading),
  messages: (filter: MessageFilter) => readMessages(reading, filter),
  message: (id: string) => readMessage(reading, id),
  invitation: (secret: string) => readInvitation(reading, secret),
});
