import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { attempt } from "../../refusals.ts";
import { signedIn } from "../../signed-in.ts";
import { takeTap } from "../tap-form.ts";

export const handle = { access: { loader: "gates.report", action: "gates.report" }, audience: "workbench" } as const;

/** Where the queue of an operator's device sends its taps, one by one: the answer is JSON. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const { refused } = await attempt(() => takeTap(context, params.gate ?? "", form));
  if (!refused) return Response.json({ kind: "sent" });
  return Response.json({ kind: "refused", code: refused.code, field: refused.details.field ?? null }, { status: refused.status });
}

/** What holds at the gate now, for a page that stays open. */
export const loader = async ({ params, context }: LoaderFunctionArgs) =>
  Response.json(await context.app.readers.workbench.gate(signedIn(context), params.gate ?? ""));
