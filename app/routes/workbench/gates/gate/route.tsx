import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FLOWS } from "../../../../core/facts/gate.ts";
import { gateTitle } from "../../../../ui/kit/gate-name.ts";
import { GateDesk } from "../../../../ui/workbench/gates/gate-desk.tsx";
import { attempt } from "../../refusals.ts";
import { signedIn } from "../../signed-in.ts";
import { named } from "../../titled.ts";
import { rememberGate } from "../remembered-gate.ts";
import { takeTap } from "../tap-form.ts";

export const handle = { access: { loader: "gates.report", action: "gates.report" }, hydrate: true, audience: "workbench" } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const view = await app.readers.workbench.gate(signedIn(context), params.gate ?? "");
  const { gate } = view.station;
  const sent = view.recent.find(({ id }) => id === new URL(request.url).searchParams.get("sent")) ?? null;
  // An id for each form, so that one that is sent twice counts once.
  const ids = Object.fromEntries([...FLOWS, "back"].map((name) => [name, crypto.randomUUID()]));
  return data(
    { ...view, lang, ids, sent, member: signedIn(context).id, title: named(context, gateTitle(gate, lang)) },
    { headers: { "Set-Cookie": rememberGate(gate.key, { secure: app.settings.secure }) } },
  );
}

/** What the forms do where no script queues their taps. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const gate = params.gate ?? "";
  const { refused } = await attempt(() => takeTap(context, gate, form));
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  if (refused) return data({ typed, problem: refused }, { status: refused.status });
  return redirect(`/workbench/gates/${gate}${typed.intent === "report" ? `?sent=${typed.id}` : ""}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Gate() {
  const { title: _, ...view } = useLoaderData<typeof loader>();
  return <GateDesk {...view} tried={useActionData<typeof action>() ?? null} />;
}
