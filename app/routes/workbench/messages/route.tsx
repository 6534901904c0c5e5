import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isMessageKind } from "../../../core/messages/message.ts";
import { MessagesPage } from "../../../ui/workbench/messages/messages-page.tsx";
import { signedIn } from "../signed-in.ts";
import { titled } from "../titled.ts";

export const handle = { access: { loader: "messages.answer" }, audience: "workbench" } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const asked = new URL(request.url).searchParams;
  const wanted = asked.get("kind");
  const kind = isMessageKind(wanted) ? wanted : null;
  const done = asked.get("state") === "done";
  const view = await app.readers.workbench.messages(signedIn(context), { kind, done, before: asked.get("before") });
  return { ...view, lang, kind, done, title: titled(context, "messages.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Messages() {
  return <MessagesPage {...useLoaderData<typeof loader>()} />;
}
