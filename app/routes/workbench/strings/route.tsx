import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LANGS } from "../../../core/language/languages.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { BY_URGENCY } from "../../../core/workflow/state.ts";
import { StringsDesk } from "../../../ui/workbench/strings-desk.tsx";
import type { Filter } from "../../../ui/workbench/strings-filter.tsx";
import { deskAction } from "../desk-action.ts";
import { signedIn } from "../signed-in.ts";
import { titled } from "../titled.ts";

export const handle = { access: { loader: "words.edit", action: "words.edit" }, hydrate: true, audience: "workbench" } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = signedIn(context);
  const { namespace, owner, units: all } = await context.app.readers.workbench.strings(member, params.namespace ?? "");
  const asked = new URL(request.url).searchParams;
  const state = BY_URGENCY.find((one) => one === asked.get("state")) ?? null;
  const filter: Filter = { text: (asked.get("q") ?? "").normalize("NFC").trim(), state };
  const units = all.filter((unit) => passes(unit, filter));
  return {
    namespace,
    owner,
    units,
    all,
    filter,
    roles: member.roles,
    justPublished: asked.has("published"),
    title: titled(context, `namespaces.${namespace}`),
  };
}

function passes(unit: DeskUnit, { text, state }: Filter): boolean {
  const wanted = text.toLocaleLowerCase();
  const said = [unit.unit, ...LANGS.map((lang) => unit.words[lang].text)].some((words) => words.toLocaleLowerCase().includes(wanted));
  return said && (state === null || unit.state === state);
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, async (member, form) => {
    await args.context.app.useCases.publishStrings(member, { namespace: args.params.namespace ?? "", keys: form.getAll("key").map(String) });
  });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function StringsRoute() {
  const { title: _, ...desk } = useLoaderData<typeof loader>();
  return <StringsDesk {...desk} tried={useActionData<typeof action>() ?? null} />;
}
