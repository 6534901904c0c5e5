import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { AppError } from "../../core/errors.ts";
import type { Member } from "../../core/people/roles.ts";
import { anchorOf } from "../../ui/workbench/desk/anchors.ts";
import type { Tried } from "../../ui/workbench/desk/answers.ts";
import { approveFrom, commentFrom, isAboutComments, saveFrom, waiveFrom } from "./desk-forms.ts";
import { attempt } from "./refusals.ts";
import { isAboutReview, reviewFrom } from "./review-forms.ts";
import { signedIn } from "./signed-in.ts";

/**
 * What a desk's page does with its own forms, where no script sends them elsewhere: after a success back to the same segment,
 * else the page again with what was typed and what is wrong.
 */
export async function deskAction({ request, context }: ActionFunctionArgs, publish?: (member: Member, form: FormData) => Promise<void>) {
  const form = await request.formData();
  const url = new URL(request.url);
  const { pathname, search } = url;
  const intent = form.get("intent");
  if (isAboutComments(intent)) return commented(url, form, await commentFrom(context, form));
  if (isAboutReview(intent)) {
    const { answer, status } = await reviewFrom(context, form);
    if (answer.kind === "refused") return data<Tried>({ returned: null, refused: [], problem: answer }, status);
    if (answer.refused.length) return data<Tried>({ returned: null, refused: answer.refused, problem: null }, status);
    return redirect(`${pathname}${search}#${anchorOf(String(form.get("unit")))}`, 303);
  }
  switch (intent) {
    case "save": {
      const { status, returned } = await saveFrom(context, form);
      if (returned) return data<Tried>({ returned, refused: [], problem: null }, status);
      return redirect(`${pathname}${search}#${anchorOf(String(form.get("unit")))}`, 303);
    }
    case "approve": {
      const { answer, status } = await approveFrom(context, form);
      if (answer.kind === "refused") return data<Tried>({ returned: null, refused: [], problem: answer }, status);
      if (answer.refused.length) return data<Tried>({ returned: null, refused: answer.refused, problem: null }, status);
      const [only, ...more] = answer.fresh;
      return redirect(`${pathname}${search}#${only && more.length === 0 ? anchorOf(only.unit) : "main"}`, 303);
    }
    case "waive": {
      const { answer, status } = await waiveFrom(context, form);
      if (answer.kind === "refused") return data<Tried>({ returned: null, refused: [], problem: answer }, status);
      return redirect(`${pathname}${search}#${anchorOf(String(form.get("unit")))}`, 303);
    }
    case "publish": {
      if (!publish) throw new AppError("bad_request");
      const { refused } = await attempt(() => publish(signedIn(context), form));
      if (refused) return data<Tried>({ returned: null, refused: [], problem: refused }, refused.status);
      return redirect(`${pathname}?published`, 303);
    }
    default:
      throw new AppError("bad_request");
  }
}

/** Back to what was said about the same unit, or the page again with what was to be said. */
function commented(url: URL, form: FormData, { answer, status }: Awaited<ReturnType<typeof commentFrom>>) {
  const unit = String(form.get("unit"));
  if (answer.kind === "refused") {
    const text = form.get("intent") === "comment" ? String(form.get("text") ?? "") : "";
    return data<Tried>({ returned: null, refused: [], problem: answer, comment: { unit, text } }, status);
  }
  url.searchParams.set("unit", unit);
  url.searchParams.set("panel", "comments");
  return redirect(`${url.pathname}${url.search}#${anchorOf(unit)}`, 303);
}
