import type { MessageKind } from "../../../core/messages/message.ts";

/** What can be sent from a kiosk. */
export type WrittenKind = Exclude<MessageKind, "difference">;
export const WRITTEN_KINDS: readonly WrittenKind[] = ["question", "feedback"];

/** What a visitor is writing. It lives in the visit, and nowhere else. */
export interface Draft {
  kind: WrittenKind;
  text: string;
  contact: string;
  consent: boolean;
  /** Key of the topic that a question is about; "": none. */
  topic: string;
  /** Path of the portal's page that feedback is about; "": none. */
  from: string;
  /** Under which number it was taken; null: it was not sent. */
  number: string | null;
}

export const emptyDraft: Draft = { kind: "question", text: "", contact: "", consent: false, topic: "", from: "", number: null };
