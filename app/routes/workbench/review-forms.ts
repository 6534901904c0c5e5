import type { AppLoadContext } from "@remix-run/node";
import { STATUS } from "../../core/errors.ts";
import type { ReviewAnswer } from "../../ui/workbench/publishing/reasoned-form.tsx";
import { ownerOf } from "./desk-forms.ts";
import { attempt } from "./refusals.ts";
import { signedIn } from "./signed-in.ts";

/** What a form does with a unit under review that takes a reason. */
export const isAboutReview = (intent: unknown): boolean => intent === "return" || intent === "override";

/** Sends the unit back that a form names, or approves it in spite of the rule of the second person: as it was seen. */
export async function reviewFrom(context: AppLoadContext, form: FormData): Promise<{ answer: ReviewAnswer; status: number }> {
  const { readers, useCases } = context.app;
  const member = signedIn(context);
  const field = (name: string): string => String(form.get(name) ?? "");
  const owner = ownerOf(form);
  const [unit, hash, reason] = [field("unit"), field("hash"), field("reason")];
  const { done, refused } = await attempt(async () => {
    if (form.get("intent") === "return") return (await useCases.returnUnits(member, { owner, seen: { [unit]: hash }, reason })).refused;
    await useCases.approveByOverride(member, { owner, unit, seen: hash, reason });
    return [];
  });
  if (refused) return { answer: { kind: "refused", code: refused.code, details: refused.details }, status: refused.status };
  const fresh = await readers.workbench.fresh(member, owner, [unit]);
  return { answer: { kind: "reviewed", fresh, refused: done }, status: done.length ? STATUS.clash : 200 };
}
