import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import type { PresenceAnswer } from "../../../ui/workbench/desk/answers.ts";
import { ownerOf } from "../desk-forms.ts";
import { signedIn } from "../signed-in.ts";

export const handle = { access: { loader: "public", action: "words.read" }, audience: "workbench" } as const;

/** Where an open desk says, every few seconds, at which unit its member is: the answer is JSON with who else is here. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { app } = context;
  const member = signedIn(context);
  const form = await request.formData();
  const owner = ownerOf(form);
  const unit = String(form.get("unit") ?? "").slice(0, 200) || null;
  await app.useCases.notePresence(member, { owner, unit, leaving: form.has("leaving") });
  return Response.json({ kind: "present", colleagues: await app.readers.workbench.presence(member, owner) } satisfies PresenceAnswer);
}

/** Opened as an address, there is nothing here. */
export const loader = () => redirect("/workbench");
