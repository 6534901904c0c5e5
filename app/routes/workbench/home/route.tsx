import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "../../../core/people/roles.ts";
import { readCursor, readFilter } from "../../../core/workflow/progress.ts";
import { HomePage } from "../../../ui/workbench/home/home-page.tsx";
import { signedIn } from "../signed-in.ts";
import { titled } from "../titled.ts";

export const handle = { access: { loader: "workbench.enter" }, audience: "workbench" } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const member = signedIn(context);
  // Who works at a gate or with displays is led straight there: of what this page lists they may open nothing.
  if (!may(member.roles, "words.read")) throw redirect(may(member.roles, "gates.report") ? "/workbench/gates" : "/workbench/displays");
  const asked = new URL(request.url).searchParams;
  const filter = readFilter((name) => asked.get(name));
  const after = readCursor(asked.get("after"));
  const view = await app.readers.workbench.home(member, { filter, after });
  const page = { ...view, filter, further: after !== null, inTeam: member.team !== null, assigned: asked.has("assigned") };
  return { lang, page, title: titled(context, "home.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Home() {
  const { lang, page } = useLoaderData<typeof loader>();
  return <HomePage lang={lang} {...page} />;
}
