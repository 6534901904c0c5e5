import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GateList } from "../../../../ui/workbench/gates/gate-list.tsx";
import { signedIn } from "../../signed-in.ts";
import { titled } from "../../titled.ts";
import { rememberedGate } from "../remembered-gate.ts";

export const handle = { access: { loader: "gates.report" }, audience: "workbench" } as const;

/** Leads to the gate of the last shift; `?all` to the list. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const stations = await app.readers.workbench.gates(signedIn(context));
  const last = new URL(request.url).searchParams.has("all") ? null : rememberedGate(request);
  const known = stations.find(({ gate }) => gate.key === last);
  if (known) throw redirect(`/workbench/gates/${known.gate.key}`);
  return { lang, stations, title: titled(context, "gates.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Gates() {
  const { lang, stations } = useLoaderData<typeof loader>();
  return <GateList lang={lang} stations={stations} />;
}
