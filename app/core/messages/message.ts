import type { ByLang, Lang } from "../language/languages.ts";
import type { Place } from "./place.ts";

/** What readers send. difference: a report that two language versions do not say the same. */
export const MESSAGE_KINDS = ["question", "feedback", "difference"] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const isMessageKind = (value: unknown): value is MessageKind => MESSAGE_KINDS.includes(value as MessageKind);

export interface Message {
  id: string;
  /** What its sender looks the answer up by (number.ts). */
  number: string;
  kind: MessageKind;
  /** The language it was written in. */
  lang: Lang;
  text: string;
  place: Place | null;
  /** How to reach the sender, where that was wished for: only who answers reads it. */
  contact: string | null;
  createdAt: Date;
  /** From then on it is no longer there for anybody. */
  expiresAt: Date;
  reply: ByLang<string> | null;
  /** When and by whom it was last answered or marked. */
  repliedAt: Date | null;
  repliedBy: string | null;
}

/** waiting: nobody has dealt with it; answered: in every language; settled: read, and there is nothing to answer. */
export type MessageState = "waiting" | "answered" | "settled";

export function stateOf({ reply, repliedAt }: Pick<Message, "reply" | "repliedAt">): MessageState {
  if (reply) return "answered";
  return repliedAt ? "settled" : "waiting";
}

/** How long a message is kept, its answer with it: what the form promises. */
export const KEPT_DAYS = 90;

export const expiryOf = (createdAt: Date): Date => new Date(createdAt.getTime() + KEPT_DAYS * 86_400_000);
