import type { Change } from "../core/announcement.ts";
import type { Article, ArticleEdit } from "../core/articles/article.ts";
import type { Edition } from "../core/articles/edition.ts";
import type { Agency } from "../core/facts/dated.ts";
import type { Fact } from "../core/facts/fact.ts";
import type { FactChange } from "../core/facts/fact-change.ts";
import type { Gate } from "../core/facts/gate.ts";
import type { Observation } from "../core/facts/gate-status.ts";
import type { Topic } from "../core/facts/topic.ts";
import type { ByLang, Lang } from "../core/language/languages.ts";
import type { Message } from "../core/messages/message.ts";
import type { AuditNote } from "../core/people/audit.ts";
import type { AuditEntry, AuditSeal } from "../core/people/audit-chain.ts";
import type { InboxItem } from "../core/people/inbox.ts";
import type { Grant, Member, Place, Role } from "../core/people/roles.ts";
import type { SecondFactor } from "../core/people/second-factor.ts";
import type { Site } from "../core/people/site.ts";
import type { Team } from "../core/people/team.ts";
import type { Catalogue, StringEdition, StringOverride } from "../core/strings/catalogue.ts";
import type { Waiver } from "../core/translation/checks/waiver.ts";
import type { Comment, Nameable } from "../core/translation/comment.ts";
import type { Term } from "../core/translation/term.ts";
import type { Owner, Wording } from "../core/translation/wording.ts";
import type { Approval, Edit } from "../core/workflow/approval.ts";
import type { Assignment } from "../core/workflow/assignment.ts";
import type { TeamFigures } from "../core/workflow/figures.ts";
import type { Return } from "../core/workflow/returned.ts";
import type { Scheduled } from "../core/workflow/schedule.ts";
import type { SignOff } from "../core/workflow/sign-off.ts";
import type { DisplayTx } from "./display-ports.ts";
import type { KeptClip, KeptPicture, UploadedOriginal } from "./file-ports.ts";

export type { ClipPorts, ClipWorks, KeptClip, KeptPicture, PicturePorts, PictureWorks, UploadedOriginal } from "./file-ports.ts";

/** What the use-cases need from the outside. Everything in `Tx` happens in one transaction or not at all. */
export interface Ports {
  /** The one way to write. The work must be short, never wait for anything but the transaction, and may be run again. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  now(): Date;
  /** A new id: random, sortable by time of making. */
  newId(): string;
  /** The strings as they stand in `locales/`, by namespace. */
  baseStrings(): Record<string, Catalogue>;
  passwords: Passwords;
  secrets: Secrets;
  codes: Codes;
  limits: Limits;
}

export interface Passwords {
  /** argon2id */
  hash(password: string): Promise<string>;
  /** False for a null hash too, after the same time. */
  verify(hash: string | null, password: string): Promise<boolean>;
}

export interface Secrets {
  /** 256 random bits for a cookie or a link, and the hash under which they are kept. */
  make(): { secret: string; hash: string };
  hash(secret: string): string;
}

/** The second factor's arithmetic (RFC 6238). */
export interface Codes {
  /** A new random key, in base32. */
  makeKey(): string;
  /** Number of the period near `at` to which the code belongs; null: to none. */
  periodOf(key: string, code: string, at: Date): number | null;
  /** What a phone reads from the QR code: the key, and whose account of which portal it is. */
  address(key: string, account: string): string;
  /** A member's key as it is kept: the database alone does not give it away. */
  lock(key: string, memberId: string): string;
  /** `plain`: it was kept before keys were locked. @returns null: it can't be read here; the log says so */
  unlock(kept: string, memberId: string): { key: string; plain: boolean } | null;
}

/**
 * What is counted: attempts to sign in, by account and by address; passwords and codes of a member who is known already;
 * opened links, sent messages, looked-up numbers and codes asked for by devices, by address; codes of devices typed by a member.
 */
export type LimitKind =
  | "sign-in-account"
  | "sign-in-address"
  | "password-member"
  | "code-member"
  | "link-address"
  | "message-address"
  | "message-display"
  | "reply-address"
  | "pairing-address"
  | "pairing-member";

export interface Limits {
  /**
   * Counts an attempt.
   * @throws AppError `too_many_attempts` with `retryAfterSeconds`
   */
  consume(kind: LimitKind, key: string): Promise<void>;
  /** Forgets the attempts of a key: after a success. */
  reset(kind: LimitKind, key: string): Promise<void>;
}

export interface KeptEdit extends Edit {
  id: string;
  owner: Owner;
  lang: Lang;
  sourceHash: string | null;
  /** The revision it made; null where a clash kept it from becoming one. */
  revision: number | null;
}

export interface Tx extends DisplayTx {
  articles: {
    byId(id: string): Promise<Article | null>;
    bySlug(slug: string): Promise<Article | null>;
    /** `team`: key of the one that looks after it. */
    insert(article: Article, by: string | null, at: Date, team?: string | null): Promise<void>;
    /** Replaces what stood there under the revision before. False when that was not the revision there. */
    put(article: Article): Promise<boolean>;
    /** False when that team looked after it already. */
    setTeam(id: string, team: string | null): Promise<boolean>;
    /** Notes that readers no longer find it, since when and why. */
    withdraw(id: string, reason: ByLang<string>, at: Date): Promise<void>;
    /** Forgets that it was withdrawn. */
    restore(id: string): Promise<void>;
  };
  articleEdits: {
    keep(edit: ArticleEdit): Promise<void>;
    /** All of an article's, oldest first. */
    of(articleId: string): Promise<ArticleEdit[]>;
    at(articleId: string, revision: number): Promise<ArticleEdit | null>;
  };
  wordings: {
    ofOwner(owner: Owner): Promise<Wording[]>;
    ofUnit(owner: Owner, unit: string): Promise<Wording[]>;
    /** Inserts, or replaces the row of the revision before. False when that was not the revision there. */
    put(wording: Wording): Promise<boolean>;
    insertAll(wordings: Wording[]): Promise<void>;
  };
  edits: {
    keep(edits: KeptEdit[]): Promise<void>;
    /** All edits that became a revision, oldest first. */
    ofOwner(owner: Owner): Promise<KeptEdit[]>;
    ofUnit(owner: Owner, unit: string): Promise<KeptEdit[]>;
  };
  approvals: {
    /** The newest of each unit. */
    newest(owner: Owner): Promise<Map<string, Approval>>;
    add(owner: Owner, approvals: (Approval & { id: string })[]): Promise<void>;
  };
  returns: {
    /** The newest of each unit. */
    newest(owner: Owner): Promise<Map<string, Return>>;
    add(owner: Owner, returns: (Return & { id: string })[]): Promise<void>;
  };
  waivers: {
    /** Oldest first. */
    ofOwner(owner: Owner): Promise<Waiver[]>;
    add(owner: Owner, waiver: Waiver & { id: string }): Promise<void>;
  };
  signOffs: {
    /** Oldest first. */
    of(articleId: string): Promise<SignOff[]>;
    add(articleId: string, signOff: SignOff & { id: string }): Promise<void>;
  };
  schedules: {
    of(articleId: string): Promise<Scheduled | null>;
    /** In place of the article's former one, if any. */
    put(schedule: Scheduled): Promise<void>;
    /** False when there was none. */
    remove(articleId: string): Promise<boolean>;
    /** Those that wait and whose time has come, the earliest first. */
    due(now: Date, limit: number): Promise<Scheduled[]>;
  };
  editions: {
    current(articleId: string): Promise<Edition | null>;
    numbered(articleId: string, number: number): Promise<Edition | null>;
    /** 0: never published. */
    lastNumber(articleId: string): Promise<number>;
    /** Makes it the current one of its article; the one before stays, as history. `topic` for listing. */
    publish(edition: Edition): Promise<void>;
    /** Leaves an article without a current edition. */
    retire(articleId: string): Promise<void>;
    /** Ids of the current editions that show a fact, and perhaps of a few others (`usesFact` knows), in order. */
    idsUsingFact(key: string): Promise<string[]>;
    /** Where readers see a fact, each place once: pages, and the gates whose opening hours it is. */
    placesOfFact(key: string): Promise<Place[]>;
    byIds(ids: readonly string[]): Promise<Edition[]>;
    /** As `publish`, for articles that each have a current edition: many in few statements. */
    publishAll(editions: readonly Edition[]): Promise<void>;
  };
  facts: {
    all(): Promise<Record<string, Fact>>;
    put(fact: Fact): Promise<void>;
  };
  factChanges: {
    byId(id: string): Promise<FactChange | null>;
    /** Those that nobody has decided, of every fact, the oldest first. */
    pending(): Promise<FactChange[]>;
    add(change: Omit<FactChange, "decided">): Promise<void>;
    /** False when it had been decided. */
    decide(id: string, decided: NonNullable<FactChange["decided"]>): Promise<boolean>;
  };
  places: {
    putAgency(agency: Agency): Promise<void>;
    putGate(gate: Gate): Promise<void>;
    putTopic(topic: Topic): Promise<void>;
    hasGate(key: string): Promise<boolean>;
    topic(key: string): Promise<Topic | null>;
    /** The keys that exist. */
    agencyKeys(): Promise<string[]>;
    topicKeys(): Promise<string[]>;
    /** With the id of the member who made it. */
    observation(id: string): Promise<{ observation: Observation; by: string | null } | null>;
    addObservation(observation: Observation, by: string | null): Promise<void>;
  };
  terms: {
    all(): Promise<Term[]>;
    put(term: Term): Promise<void>;
  };
  strings: {
    published(namespace: string): Promise<StringOverride[]>;
    putPublished(override: StringOverride, by: string | null, at: Date): Promise<void>;
    /** Back to the base. */
    removePublished(namespace: string, key: string): Promise<void>;
    /** Oldest first. */
    editionsOf(namespace: string, key: string): Promise<StringEdition[]>;
    /** Under the next number of its key. */
    addEdition(edition: Omit<StringEdition, "number">): Promise<void>;
    /** Keeps what the program itself brings along for a key, once for each text: a later program may bring another. */
    keepBase(base: Omit<StringOverride, "baseHash">, at: Date): Promise<void>;
  };
  members: {
    count(): Promise<number>;
    /** Members who may sign in and hold the role. */
    countActive(role: Role): Promise<number>;
    byId(id: string): Promise<Member | null>;
    /** With what sign-in needs. */
    byEmail(email: string): Promise<Account | null>;
    account(id: string): Promise<Account | null>;
    insert(member: Member & { passwordHash: string | null; createdAt: Date; disabledAt: Date | null }): Promise<void>;
    setLang(id: string, lang: Lang): Promise<void>;
    setName(id: string, name: string): Promise<void>;
    setStanding(id: string, grants: Grant[], team: string | null): Promise<void>;
    setPassword(id: string, passwordHash: string): Promise<void>;
    /** Null: may sign in again. */
    setDisabled(id: string, at: Date | null): Promise<void>;
    setSecondFactor(id: string, factor: SecondFactor | null): Promise<void>;
    /** Notes that a code of this period was used. False when this one or a newer one had been: two came at once. */
    usePeriod(id: string, period: number): Promise<boolean>;
  };
  teams: {
    all(): Promise<Team[]>;
    put(team: Team): Promise<void>;
  };
  sites: {
    /** Gates first, in the order of the line; then the clusters of communes. */
    all(): Promise<Site[]>;
    /** A commune's cluster: gates are places. */
    put(site: Site): Promise<void>;
  };
  invitations: {
    byHash(hash: string): Promise<Invitation | null>;
    insert(invitation: Invitation): Promise<void>;
    markUsed(hash: string, memberId: string, at: Date): Promise<void>;
    /** Ends the unused ones that nobody made: the links printed at start. */
    dropUnclaimed(): Promise<void>;
  };
  sessions: {
    insert(session: { hash: string; memberId: string; createdAt: Date; expiresAt: Date; browser?: string }): Promise<void>;
    remove(hash: string): Promise<void>;
    /** Ends one of a member's own. False when there is none of the hash, or it is somebody else's. */
    removeOwn(memberId: string, hash: string): Promise<boolean>;
    /** Ends all of a member's, but for the one that is kept, and what was begun of others. Returns how many. */
    removeAll(memberId: string, keep: string | null): Promise<number>;
    /** Notes that it is in use, unless that was noted since `unlessSince`. */
    seen(hash: string, at: Date, unlessSince: Date): Promise<void>;
    /** A sign-in whose password was right and whose code is still to come: worth nothing as a session. */
    insertStep(step: { hash: string; memberId: string; createdAt: Date; expiresAt: Date }): Promise<void>;
    /** Id of the member whose step it is; null: none, or its time is over. */
    stepOf(hash: string, now: Date): Promise<string | null>;
    removeStep(hash: string): Promise<void>;
    removeExpired(now: Date): Promise<void>;
  };
  misses: {
    /** Counts one more search in vain; days before `oldest` are forgotten. */
    count(miss: { query: string; lang: Lang; day: string }, oldest: string): Promise<void>;
  };
  rateLimits: {
    /** Counts one more attempt of the key. Rows that have ended are gone before; a new one ends at `until`. */
    count(key: string, now: Date, until: Date): Promise<{ points: number; expiresAt: Date }>;
    forget(key: string): Promise<void>;
    removeExpired(now: Date): Promise<void>;
  };
  messages: {
    byId(id: string): Promise<Message | null>;
    insert(message: Message): Promise<void>;
    /** Sets the answer (null: none is needed) and who gave it when. */
    answer(id: string, reply: ByLang<string> | null, by: string, at: Date): Promise<void>;
    /** Removes some of those whose time is over, with their answers. Returns how many: 0 when none are left. */
    removeExpired(now: Date): Promise<number>;
  };
  comments: {
    byId(id: string): Promise<Comment | null>;
    add(comment: Comment): Promise<void>;
    /** Null: it is open again. */
    settle(id: string, at: Date | null, by: string | null): Promise<void>;
    /** The members who may be named in one: who may sign in and read words at work. */
    nameable(): Promise<Nameable[]>;
  };
  presence: {
    /** Notes where a member is; of others at the same owner, who has not been heard of for long is forgotten. */
    note(memberId: string, owner: Owner, unit: string | null, at: Date): Promise<void>;
    leave(memberId: string, owner: Owner): Promise<void>;
  };
  assignments: {
    of(owner: Owner, lang: Lang): Promise<Assignment | null>;
    /** In place of the former one of this owner and language, if any. */
    put(assignment: Assignment): Promise<void>;
    remove(owner: Owner, lang: Lang): Promise<void>;
    /** The members of a team who may sign in. */
    membersOf(team: string): Promise<Member[]>;
  };
  /** How far translations were at the end of each day (YYYY-MM-DD, Hanoi). */
  progress: {
    isCounted(day: string): Promise<boolean>;
    keep(day: string, figures: readonly TeamFigures[]): Promise<void>;
  };
  inbox: {
    add(items: Omit<InboxItem, "id" | "readAt">[]): Promise<void>;
    /** Notes as read those of a member that still are not; `ids` null: all. */
    read(memberId: string, ids: readonly string[] | null, at: Date): Promise<void>;
  };
  media: {
    /** Null: no such upload. */
    original(hash: string): Promise<UploadedOriginal | null>;
    /** All that was ever made of an upload. */
    madeOf(original: string): Promise<{ hash: string; mime: string; width: number; height: number }[]>;
    /** Those that are there already stay as they are. False when all were. */
    add(pictures: readonly KeptPicture[], about: { madeOf: string | null; rights: string; by: string; at: Date }): Promise<boolean>;
  };
  clips: {
    /** One that is there already stays as it is, but for its length where that was not known: false. */
    add(clip: KeptClip & { mime: string; seconds: number; rights: string; by: string; at: Date }): Promise<boolean>;
  };
  audit: {
    /** Writes what was done, in the same transaction as the doing. */
    note(entry: AuditNote): Promise<void>;
    /** Entries without a seal, in the order of their ids. */
    unsealed(most: number): Promise<AuditEntry[]>;
    newestSeal(): Promise<AuditSeal | null>;
    /** Puts the seal over every entry up to its last that has none. */
    seal(seal: AuditSeal): Promise<void>;
  };
  /** Each removes some of what is past its time and returns how many: 0 when none are left. */
  retention: {
    /** Used, or run out, before then. */
    removeInvitations(endedBefore: Date): Promise<number>;
    removeReadInbox(readBefore: Date): Promise<number>;
    removePresence(notedBefore: Date): Promise<number>;
    /** YYYY-MM-DD, Hanoi. */
    removeProgress(dayBefore: string): Promise<number>;
    /** Codes of devices, whose time ended before then. */
    removePairings(endedBefore: Date): Promise<number>;
    removeReceipts(receivedBefore: Date): Promise<number>;
    removeDisplayHours(hourBefore: Date): Promise<number>;
    removeDisplayOrders(askedBefore: Date): Promise<number>;
    /** The oldest first; never one of so many newest. */
    removeAnnouncements(announcedBefore: Date, newestKept: number): Promise<number>;
  };
  /** Puts the change into the outbox and returns the content revision that it makes. Called last: it takes the revision's lock. */
  announce(change: Change): Promise<number>;
  /** The same for several changes, each under a revision of its own. Returns the last. */
  announceAll(changes: readonly Change[]): Promise<number>;
}

export interface Invitation {
  hash: string;
  /** Null: whoever holds the link names the address. */
  email: string | null;
  grants: Grant[];
  /** Key of the team the person will belong to. */
  team: string | null;
  by: string | null;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

/** A member with what sign-in needs. */
export interface Account extends Member {
  /** Null: belongs to the portal itself, and nobody signs in as it. */
  passwordHash: string | null;
  disabled: boolean;
  secondFactor: SecondFactor | null;
}

/** Who acts. */
export type Actor = Pick<Member, "id" | "roles" | "grants" | "team">;
