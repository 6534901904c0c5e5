import type { Change } from "../core/announcement.ts";
import type { Article } from "../core/articles/article.ts";
import type { Edition } from "../core/articles/edition.ts";
import type { Agency } from "../core/facts/dated.ts";
import type { Fact } from "../core/facts/fact.ts";
import type { Gate } from "../core/facts/gate.ts";
import type { Observation } from "../core/facts/gate-status.ts";
import type { Topic } from "../core/facts/topic.ts";
import type { ByLang, Lang } from "../core/language/languages.ts";
import type { Message } from "../core/messages/message.ts";
import type { AuditNote } from "../core/people/audit.ts";
import type { InboxItem } from "../core/people/inbox.ts";
import type { Grant, Member, Role } from "../core/people/roles.ts";
import type { Catalogue, StringOverride } from "../core/strings/catalogue.ts";
import type { Term } from "../core/translation/term.ts";
import type { Owner, Wording } from "../core/translation/wording.ts";
import type { Approval, Edit } from "../core/workflow/approval.ts";

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

/** What is counted: attempts to sign in, by account and by address; opened links, sent messages and looked-up numbers, by address. */
export type LimitKind = "sign-in-account" | "sign-in-address" | "link-address" | "message-address" | "reply-address";

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

export interface Tx {
  articles: {
    byId(id: string): Promise<Article | null>;
    bySlug(slug: string): Promise<Article | null>;
    insert(article: Article, by: string | null, at: Date): Promise<void>;
    /** Notes that readers no longer find it, since when and why. */
    withdraw(id: string, reason: ByLang<string>, at: Date): Promise<void>;
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
  editions: {
    current(articleId: string): Promise<Edition | null>;
    /** Makes it the current one of its article; the one before stays, as history. `topic` for listing. */
    publish(edition: Edition): Promise<void>;
    /** Leaves an article without a current edition. */
    retire(articleId: string): Promise<void>;
  };
  facts: {
    all(): Promise<Record<string, Fact>>;
    put(fact: Fact): Promise<void>;
  };
  places: {
    putAgency(agency: Agency): Promise<void>;
    putGate(gate: Gate): Promise<void>;
    putTopic(topic: Topic): Promise<void>;
    hasGate(key: string): Promise<boolean>;
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
  };
  members: {
    count(): Promise<number>;
    /** Members who may sign in and hold the role. */
    countActive(role: Role): Promise<number>;
    byId(id: string): Promise<Member | null>;
    /** With what sign-in needs. */
    byEmail(email: string): Promise<(Member & { passwordHash: string | null; disabled: boolean }) | null>;
    insert(member: Member & { passwordHash: string | null; createdAt: Date; disabledAt: Date | null }): Promise<void>;
    setLang(id: string, lang: Lang): Promise<void>;
  };
  invitations: {
    byHash(hash: string): Promise<Invitation | null>;
    insert(invitation: Invitation): Promise<void>;
    markUsed(hash: string, memberId: string, at: Date): Promise<void>;
    /** Ends the unused ones that nobody made: the links printed at start. */
    dropUnclaimed(): Promise<void>;
  };
  sessions: {
    insert(session: { hash: string; memberId: string; createdAt: Date; expiresAt: Date }): Promise<void>;
    remove(hash: string): Promise<void>;
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
  inbox: {
    add(items: Omit<InboxItem, "id" | "readAt">[]): Promise<void>;
    /** Notes as read those of a member that still are not; `ids` null: all. */
    read(memberId: string, ids: readonly string[] | null, at: Date): Promise<void>;
  };
  audit: {
    /** Writes what was done, in the same transaction as the doing. */
    note(entry: AuditNote): Promise<void>;
  };
  /** Puts the change into the outbox and returns the content revision that it makes. Called last: it takes the revision's lock. */
  announce(change: Change): Promise<number>;
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

/** Who acts. */
export type Actor = Pick<Member, "id" | "roles" | "grants" | "team">;
