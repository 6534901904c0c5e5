import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppError } from "../../../../core/errors.ts";
import type { App } from "../../../../server/app.server.ts";
import { DisplayPage } from "../../../../ui/workbench/fleet/display-page.tsx";
import { FLEET_DONE, type FleetDone } from "../../../../ui/workbench/fleet/done-note.tsx";
import type { Actor } from "../../../../use-cases/ports.ts";
import { attempt } from "../../refusals.ts";
import { signedIn } from "../../signed-in.ts";
import { named } from "../../titled.ts";
import { changeFrom, type Typed, typedIn } from "../display-forms.ts";

export const handle = { access: { loader: "displays.manage", action: "displays.manage" }, audience: "workbench" } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await context.app.readers.workbench.display(signedIn(context), params.display ?? "", context.app.displays.wanted);
  const asked = new URL(request.url).searchParams.get("done");
  return { view, lang: context.lang, done: FLEET_DONE.find((one) => one === asked) ?? null, title: named(context, view.display.name) };
}

/** One of the page's forms, which `intent` names. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const typed = typedIn(await request.formData());
  const id = params.display ?? "";
  const { done, refused } = await attempt(() => carryOut(context.app.useCases, signedIn(context), id, typed));
  if (refused) return data({ typed, problem: refused }, { status: refused.status });
  return redirect(`/workbench/displays/${id}?done=${done}`, 303);
}

async function carryOut(useCases: App["useCases"], member: Actor, id: string, typed: Typed): Promise<FleetDone> {
  switch (typed.intent) {
    case "change":
      await useCases.changeDisplay(member, { id, ...changeFrom(typed) });
      return "changed";
    case "reload":
    case "identify":
      await useCases.orderDisplay(member, { id, kind: typed.intent });
      return typed.intent;
    case "pin":
      await useCases.setDisplayPin(member, { id, pin: typed.pin ?? "" });
      return "pin";
    case "no-pin":
      await useCases.setDisplayPin(member, { id, pin: null });
      return "no-pin";
    case "revoke":
      await useCases.revokeDisplay(member, { id });
      return "revoked";
    default:
      throw new AppError("bad_request");
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DisplayRoute() {
  const { view, lang, done } = useLoaderData<typeof loader>();
  return <DisplayPage view={view} lang={lang} done={done} tried={useActionData<typeof action>() ?? null} />;
}
