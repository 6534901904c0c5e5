import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StringsDesk } from "../../../ui/workbench/strings-desk.tsx";
import { deskAction } from "../desk-action.ts";
import { deskAsked } from "../desk-asked.ts";
import { signedIn } from "../signed-in.ts";
import { titled } from "../titled.ts";

export const handle = { access: { loader: "words.edit", action: "words.edit" }, hydrate: true, audience: "workbench" } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = signedIn(context);
  const desk = await context.app.readers.workbench.strings(member, params.namespace ?? "");
  const notes = context.app.readers.workbench.stringNotes(desk.namespace, context.lang);
  const asked = await deskAsked(request, context, desk.owner, desk.units);
  const justPublished = new URL(request.url).searchParams.has("published");
  return { ...desk, notes, asked, roles: member.roles, justPublished, title: titled(context, `namespaces.${desk.namespace}`) };
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
