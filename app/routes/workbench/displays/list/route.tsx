import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FleetPage } from "../../../../ui/workbench/fleet/fleet-page.tsx";
import { attempt } from "../../refusals.ts";
import { signedIn } from "../../signed-in.ts";
import { named } from "../../titled.ts";
import { pairingFrom, typedIn } from "../display-forms.ts";

export const handle = { access: { loader: "displays.manage", action: "displays.manage" }, audience: "workbench" } as const;

export async function loader({ context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const view = await app.readers.workbench.fleet(signedIn(context), context.app.displays.wanted);
  return { view, lang, title: named(context, app.strings.instance(lang).getFixedT(lang, "fleet")("title")) };
}

/** Pairs the device that shows the code. */
export async function action({ request, context }: ActionFunctionArgs) {
  const typed = typedIn(await request.formData());
  const { done, refused } = await attempt(() => context.app.useCases.confirmPairing(signedIn(context), pairingFrom(typed)));
  if (refused) return data({ typed, problem: refused }, { status: refused.status });
  return redirect(`/workbench/displays/${done.id}?done=paired`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Displays() {
  const { view, lang } = useLoaderData<typeof loader>();
  return <FleetPage view={view} lang={lang} tried={useActionData<typeof action>() ?? null} />;
}
