import type { Lang } from "../../core/language/languages.ts";
import type { Member } from "../../core/people/roles.ts";
import type { Period } from "../../core/search/misses.ts";
import type { Owner } from "../../core/translation/wording.ts";
import { readUploads } from "./media.server.ts";
import type { Reading } from "./reading.server.ts";
import { type AllStringsAsked, readAllStrings } from "./workbench/all-strings.server.ts";
import { readArticleDesk } from "./workbench/article-desk.server.ts";
import { type AuditFilter, exportAudit, readAudit } from "./workbench/audit.server.ts";
import { readPresence } from "./workbench/desk-around.server.ts";
import { readDisplay, readFleet, type Wanted } from "./workbench/displays.server.ts";
import { type FactFilter, readFacts } from "./workbench/facts.server.ts";
import { readFactChoices, readFactPage } from "./workbench/facts-fact.server.ts";
import { fleetMemory } from "./workbench/fleet-days.server.ts";
import { readFreshUnits } from "./workbench/fresh-units.server.ts";
import { readOperatorGate, readOperatorGates } from "./workbench/gates.server.ts";
import { type HistoryAsked, readHistory } from "./workbench/history.server.ts";
import { type HomeAsked, readAssign, readHome } from "./workbench/home.server.ts";
import { progressMemory } from "./workbench/home-progress.server.ts";
import { readInPlace } from "./workbench/in-place.server.ts";
import { countUnread, readInbox } from "./workbench/inbox.server.ts";
import { type MessageFilter, readMessage, readMessages } from "./workbench/messages.server.ts";
import { readMisses } from "./workbench/misses.server.ts";
import { readParticulars, readParticularsChoices } from "./workbench/particulars.server.ts";
import { readInvitation, readPeople, readPerson } from "./workbench/people.server.ts";
import { readAccount } from "./workbench/people-account.server.ts";
import { readSite, readTeam, readTeams } from "./workbench/people-teams.server.ts";
import { readClip, readPlaylistPage, readPlaylists, readRecordings } from "./workbench/playlists.server.ts";
import { readPublish } from "./workbench/publish.server.ts";
import { readStringHistory } from "./workbench/string-history.server.ts";
import { readStringNotes } from "./workbench/string-notes.server.ts";
import { readStringsDesk } from "./workbench/strings-desk.server.ts";
import { readTopicSignOffs } from "./workbench/topics.server.ts";
import { readUnitComments, readUnitHistory } from "./workbench/unit-history.server.ts";
import { readWorkSearch } from "./workbench/work-search.server.ts";
import { readWriting } from "./workbench/write.server.ts";

/** What the workbench's pages ask for: one call a page, each answered from one state of the database. */
export const workbenchReaders = (reading: Reading, progress = progressMemory(), fleet = fleetMemory()) => ({
  home: (member: Member, asked: HomeAsked) => readHome(reading, progress, member, asked),
  /** Some pairs, and who may get them. */
  assign: (member: Member, owners: readonly string[]) => readAssign(reading, progress, member, owners),
  /** Where words at work say what was typed. */
  search: (typed: string) => readWorkSearch(reading, typed),
  inbox: (member: Member) => readInbox(reading, progress, member),
  /** What a member may edit of the page at a path. */
  inPlace: (member: Member, path: string) => readInPlace(reading, member, path),
  /** How much of the inbox was not read. */
  unread: (member: Member) => countUnread(reading, member),
  article: (member: Member, slug: string) => readArticleDesk(reading, member, slug),
  writing: (member: Member, slug: string) => readWriting(reading, member, slug),
  /** Pictures to choose from. */
  uploads: () => readUploads(reading),
  particulars: (member: Member, slug: string) => readParticulars(reading, member, slug),
  particularsChoices: (member: Member) => readParticularsChoices(reading, member),
  strings: (member: Member, namespace: string) => readStringsDesk(reading, member, namespace),
  /** The strings of every namespace that a filter lets through. */
  allStrings: (member: Member, asked: AllStringsAsked, lang: Lang) => readAllStrings(reading, member, asked, lang),
  /** What a translator has to know of each string of a namespace. */
  stringNotes: (namespace: string, lang: Lang) => readStringNotes(reading, namespace, lang),
  /** Some units as they are now, after a change to them. */
  fresh: (member: Member, owner: Owner, units: readonly string[]) => readFreshUnits(reading, member, owner, units),
  /** Every text that was ever submitted for a unit. */
  history: (owner: Owner, unit: string) => readUnitHistory(reading, owner, unit),
  comments: (owner: Owner, unit: string) => readUnitComments(reading, owner, unit),
  /** Who else is at work on an article or a namespace. */
  presence: (member: Member, owner: Owner) => readPresence(reading, member, owner),
  publish: (member: Member, slug: string) => readPublish(reading, member, slug),
  articleHistory: (member: Member, slug: string, asked: HistoryAsked) => readHistory(reading, member, slug, asked),
  stringHistory: (namespace: string, key: string) => readStringHistory(reading, namespace, key),
  facts: (member: Member, filter: FactFilter) => readFacts(reading, member, filter),
  /** `change`: id of the proposed one whose effect is to be shown. */
  fact: (member: Member, key: string, change: string | null) => readFactPage(reading, member, key, change),
  /** What a form about a new fact offers. */
  factChoices: () => readFactChoices(reading),
  topics: (member: Member) => readTopicSignOffs(reading, member),
  playlists: (member: Member) => readPlaylists(reading, member),
  playlist: (member: Member, key: string) => readPlaylistPage(reading, member, key),
  /** What loudspeakers say, and the films. */
  recordings: () => readRecordings(reading),
  clip: (hash: string) => readClip(reading, hash),
  /** Every display of the member's sites. */
  fleet: (member: Member, wanted: Wanted) => readFleet(reading, member, wanted, fleet),
  display: (member: Member, id: string, wanted: Wanted) => readDisplay(reading, member, id, wanted),
  gates: (member: Member) => readOperatorGates(reading, member),
  gate: (member: Member, key: string) => readOperatorGate(reading, member, key),
  misses: (lang: Lang | null, period: Period) => readMisses(reading, lang, period),
  people: () => readPeople(reading),
  person: (id: string) => readPerson(reading, id),
  teams: () => readTeams(reading),
  team: (key: string) => readTeam(reading, key),
  site: (key: string) => readSite(reading, key),
  /** `secret` is what the browser at hand holds: its session is told apart. */
  account: (member: Member, secret: string | null) => readAccount(reading, member, secret),
  messages: (member: Member, filter: MessageFilter) => readMessages(reading, member, filter),
  message: (member: Member, id: string) => readMessage(reading, member, id),
  invitation: (secret: string) => readInvitation(reading, secret),
  /** `before`: where the page before ended; null: from the newest. */
  audit: (filter: AuditFilter, before: string | null) => readAudit(reading, filter, before),
  /** Every entry, for a file. */
  auditExport: (filter: AuditFilter) => exportAudit(reading, filter),
});
