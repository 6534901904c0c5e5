import type { AppLoadContext } from "@remix-run/node";
import { AppError, STATUS } from "../../core/errors.ts";
import { isLang } from "../../core/language/languages.ts";
import { isCheckKey } from "../../core/translation/checks/check.ts";
import { difference } from "../../core/translation/difference.ts";
import type { Owner } from "../../core/translation/wording.ts";
import type { ApproveAnswer, CommentAnswer, Returned, SaveAnswer, WaiveAnswer } from "../../ui/workbench/desk/answers.ts";
import { attempt } from "./refusals.ts";
import { signedIn } from "./signed-in.ts";

/** An answer, and the HTTP status that goes with it. */
interface Answered<Answer> {
  answer: Answer;
  status: number;
}

/** What a desk's form submits of one text. */
function readSubmission(form: FormData) {
  const field = (name: string): string => String(form.get(name) ?? "");
  const lang = field("lang");
  const revision = Number(field("revision"));
  if (!isLang(lang)) throw new AppError("invalid", { field: "lang" });
  if (!Number.isSafeInteger(revision) || revision < 0) throw new AppError("invalid", { field: "revision" });
  return { owner: ownerOf(form), unit: field("unit"), lang, text: field("text"), revision, sourceHash: field("sourceHash") };
}

/**
 * The article or namespace that a form or an address names.
 * @throws AppError `invalid`
 */
export function ownerOf(fields: FormData | URLSearchParams): Owner {
  const owner = String(fields.get("owner") ?? "");
  if (!/^(?:article|strings):./.test(owner)) throw new AppError("invalid", { field: "owner" });
  return owner as Owner;
}

/** Saves the text that a form submits; a refusal comes back with the text. */
export async function saveFrom(context: AppLoadContext, form: FormData): Promise<Answered<SaveAnswer> & { returned: Returned | null }> {
  const { app } = context;
  const member = signedIn(context);
  const { unit, lang, text, revision, sourceHash, owner } = readSubmission(form);
  const { done, refused } = await attempt(() => app.useCases.saveWording(member, { owner, unit, lang, text, revision, sourceHash }));
  const back = (answer: Returned["answer"], status: number) => ({ answer, status, returned: { unit, lang, mine: text, revision, sourceHash, answer } });
  if (refused) return back({ kind: "refused", code: refused.code, details: refused.details }, refused.status);
  const fresh = await app.readers.workbench.fresh(member, owner, [unit]);
  if (done.kind === "clash") return back({ kind: "clash", fresh, difference: difference(done.theirs.text, done.mine, lang) }, STATUS.clash);
  return { answer: { kind: "saved", fresh }, status: 200, returned: null };
}

/** Approves the units that a form names, each as it was seen. */
export async function approveFrom(context: AppLoadContext, form: FormData): Promise<Answered<ApproveAnswer>> {
  const { app } = context;
  const member = signedIn(context);
  const owner = ownerOf(form);
  const seen = readSeen(String(form.get("seen") ?? ""));
  const { done, refused } = await attempt(() => app.useCases.approveUnits(member, { owner, seen, evenReturned: form.get("evenReturned") === "yes" }));
  if (refused) return { answer: { kind: "refused", code: refused.code, details: refused.details }, status: refused.status };
  const fresh = await app.readers.workbench.fresh(member, owner, Object.keys(seen));
  return { answer: { kind: "approved", fresh, refused: done.refused }, status: done.refused.length ? STATUS.clash : 200 };
}

/** Confirms the warning that a form names, with its reason. */
export async function waiveFrom(context: AppLoadContext, form: FormData): Promise<Answered<WaiveAnswer>> {
  const { app } = context;
  const member = signedIn(context);
  const field = (name: string): string => String(form.get(name) ?? "");
  const owner = ownerOf(form);
  const check = field("check");
  if (!isCheckKey(check)) throw new AppError("invalid", { field: "check" });
  const { refused } = await attempt(() => app.useCases.waiveCheck(member, { owner, unit: field("unit"), check, seen: field("seen"), reason: field("reason") }));
  if (refused) return { answer: { kind: "refused", code: refused.code, details: refused.details }, status: refused.status };
  return { answer: { kind: "waived", fresh: await app.readers.workbench.fresh(member, owner, [field("unit")]) }, status: 200 };
}

/** What a form does with comments: says something, or settles what was said. */
export const isAboutComments = (intent: unknown): boolean => intent === "comment" || intent === "resolve" || intent === "reopen";

/** Says or settles what a form names. */
export async function commentFrom(context: AppLoadContext, form: FormData): Promise<Answered<CommentAnswer>> {
  const { app } = context;
  const member = signedIn(context);
  const field = (name: string): string => String(form.get(name) ?? "");
  const intent = form.get("intent");
  const owner = ownerOf(form);
  const { done, refused } = await attempt(() =>
    intent === "comment"
      ? app.useCases.commentOnUnit(member, { owner, unit: field("unit"), text: field("text") })
      : app.useCases.resolveComment(member, { id: field("id"), resolved: intent === "resolve" }),
  );
  if (refused) return { answer: { kind: "refused", code: refused.code, details: refused.details }, status: refused.status };
  return { answer: { kind: "commented", comments: await app.readers.workbench.comments(done.owner, done.unit) }, status: 200 };
}

/** Hashes by unit, as JSON. */
function readSeen(json: string): Record<string, string> {
  try {
    const seen: unknown = JSON.parse(json);
    if (typeof seen === "object" && seen !== null && !Array.isArray(seen) && Object.values(seen).every((hash) => typeof hash === "string"))
      return seen as Record<string, string>;
  } catch {
    // said below
  }
  throw new AppError("invalid", { field: "seen" });
}
