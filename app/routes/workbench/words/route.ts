import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { AppError } from "../../../core/errors.ts";
import { approveFrom, saveFrom } from "../desk-forms.ts";

export const handle = { access: { loader: "public", action: "words.edit" }, audience: "workbench" } as const;

/** Where the desk's scripts save and approve in place: the answer is JSON with the units as they are now. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent !== "save" && intent !== "approve") throw new AppError("bad_request");
  const { answer, status } = intent === "save" ? await saveFrom(context, form) : await approveFrom(context, form);
  return Response.json(answer, { status });
}

/** Opened as an address, there is nothing here. */
export const loader = () => redirect("/workbench");
