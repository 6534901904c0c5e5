import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InboxPage } from "../../../ui/workbench/inbox/inbox-page.tsx";
import { signedIn } from "../signed-in.ts";
import { titled } from "../titled.ts";

export const handle = { access: { loader: "workbench.enter", action: "workbench.enter" }, audience: "workbench" } as const;

export async function loader({ context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  return { lang, title: titled(context, "inbox.title"), ...(await app.readers.workbench.inbox(signedIn(context))) };
}

/** Marks what was read: one by its id, or all. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  await context.app.useCases.readInbox(signedIn(context), form.has("all") ? null : form.getAll("id").map(String));
  return redirect("/workbench/inbox", 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Inbox() {
  const { title: _, ...view } = useLoaderData<typeof loader>();
  return <InboxPage {...view} />;
}
