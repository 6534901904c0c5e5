import type { AppLoadContext } from "@remix-run/node";
import { AppError, STATUS } from "../../core/errors.ts";
import { isLang } from "../../core/language/languages.ts";
import { difference } from "../../core/translation/difference.ts";
import type { Owner } from "../../core/translation/wording.ts";
import type { ApproveAnswer, Returned, SaveAnswer } from "../../ui/workbench/desk/answers.ts";
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

function ownerOf(form: FormData): Owner {
  const owner = String(form.get("owner") ?? "");
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
  const { done, refused } = await attempt(() => app.useCases.approveUnits(member, { owner, seen }));
  if (refused) return { answer: { kind: "refused", code: refused.code, details: refused.details }, status: refused.status };
  const fresh = await app.readers.workbench.fresh(member, owner, Object.keys(seen));
  return { answer: { kind: "approved", fresh, refused: done.refused }, status: done.refused.length ? STATUS.clash : 200 };
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
