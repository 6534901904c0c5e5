/** What is written into the audit trail: every act that changes something, by its verb. */
export const AUDIT_ACTS = [
  "article.create",
  "article.withdraw",
  "article.restore",
  "article.schedule",
  "article.unschedule",
  "article.assign",
  "structure.save",
  "structure.clash",
  "wording.save",
  "unit.approve",
  "unit.override",
  "unit.return",
  "check.waive",
  "comment.add",
  "comment.resolve",
  "comment.reopen",
  "article.sign-off",
  "article.publish",
  "article.roll-back",
  "strings.push",
  "strings.publish",
  "strings.roll-back",
  "topic.change",
  "fact.propose",
  "fact.confirm",
  "fact.reject",
  "gate.report",
  "gate.take-back",
  "message.answer",
  "media.upload",
  "media.crop",
  "member.invite",
  "member.join",
  "member.change",
  "member.disable",
  "member.sign-in",
  "member.sign-out",
  "member.sign-out-everywhere",
  "member.password",
  "member.second-factor",
  "team.change",
  "site.change",
  "display.pair",
  "display.revoke",
  "display.change",
  "display.order",
  "playlist.change",
  "recording.change",
] as const;
export type AuditAct = (typeof AUDIT_ACTS)[number];

export const isAuditAct = (value: unknown): value is AuditAct => AUDIT_ACTS.includes(value as AuditAct);

/** One entry. `before` and `after` hold only what is needed to understand it, and of persons only ids. */
export interface AuditNote {
  act: AuditAct;
  /** "article:<id>", "strings:<namespace>", "member:<id>", "fact:<key>", "gate:<key>"… */
  object: string;
  by: string | null;
  at: Date;
  before?: unknown;
  after?: unknown;
}
