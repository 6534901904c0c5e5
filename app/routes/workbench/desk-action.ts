import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { AppError } from "../../core/errors.ts";
import type { Member } from "../../core/people/roles.ts";
import { anchorOf } from "../../ui/workbench/desk/anchors.ts";
import type { Tried } from "../../ui/workbench/desk/answers.ts";
import { approveFrom, saveFrom } from "./desk-forms.ts";
import { attempt } from "./refusals.ts";
import { signedIn } from "./signed-in.ts";

/**
 * What a desk's page does with its own forms, where no script sends them elsewhere: after a success back to the same segment,
 * else the page again with what was typed and what is wrong.
 */
export async function deskAction({ request, context }: ActionFunctionArgs, publish: (member: Member, form: FormData) => Promise<void>) {
  const form = await request.formData();
  const { pathname, search } = new URL(request.url);
  switch (form.get("intent")) {
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
    case "publish": {
      const { refused } = await attempt(() => publish(signedIn(context), form));
      if (refused) return data<Tried>({ returned: null, refused: [], problem: refused }, refused.status);
      return redirect(`${pathname}?published`, 303);
    }
    default:
      throw new AppError("bad_request");
  }
}
