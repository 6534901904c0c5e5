import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { AppError } from "../../../core/errors.ts";
import type { HistoryAnswer } from "../../../ui/workbench/desk/answers.ts";
import { approveFrom, ownerOf, saveFrom, waiveFrom } from "../desk-forms.ts";
import { isAboutReview, reviewFrom } from "../review-forms.ts";

export const handle = { access: { loader: "words.edit", action: "words.edit" }, audience: "workbench" } as const;

/** Where the desk's scripts save, approve and confirm warnings in place: the answer is JSON with the units as they are now. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const intent = form.get("intent");
  if (isAboutReview(intent)) {
    const { answer, status } = await reviewFrom(context, form);
    return Response.json(answer, { status });
  }
  const does = { save: saveFrom, approve: approveFrom, waive: waiveFrom };
  if (intent !== "save" && intent !== "approve" && intent !== "waive") throw new AppError("bad_request");
  const { answer, status } = await does[intent](context, form);
  return Response.json(answer, { status });
}

/** Everything that was ever submitted for a unit (`?owner=&unit=`), as JSON. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const entries = await context.app.readers.workbench.history(ownerOf(asked), asked.get("unit") ?? "");
  return Response.json({ kind: "history", entries } satisfies HistoryAnswer);
}
