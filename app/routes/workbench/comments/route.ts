import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { AppError } from "../../../core/errors.ts";
import { commentFrom, isAboutComments } from "../desk-forms.ts";

export const handle = { access: { loader: "public", action: "words.read" }, audience: "workbench" } as const;

/** Where the desk's scripts say and settle things in place: the answer is JSON with all that was said about the unit. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  if (!isAboutComments(form.get("intent"))) throw new AppError("bad_request");
  const { answer, status } = await commentFrom(context, form);
  return Response.json(answer, { status });
}

/** Opened as an address, there is nothing here. */
export const loader = () => redirect("/workbench");
