import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppError } from "../../../../core/errors.ts";
import type { Member } from "../../../../core/people/roles.ts";
import type { App } from "../../../../server/app.server.ts";
import { type Done, doneFrom } from "../../../../ui/workbench/facts/fact-head.tsx";
import { FactPage } from "../../../../ui/workbench/facts/fact-page.tsx";
import { typedFrom } from "../../../../ui/workbench/facts/typed-form.ts";
import { attempt } from "../../refusals.ts";
import { signedIn } from "../../signed-in.ts";
import { named } from "../../titled.ts";

export const handle = { access: { loader: "words.read", action: "facts.edit" }, audience: "workbench", hydrate: true } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const member = signedIn(context);
  const asked = new URL(request.url).searchParams;
  const view = await app.readers.workbench.fact(member, params.fact ?? "", asked.get("change"));
  const t = app.strings.instance(lang).getFixedT(lang, "records");
  const title = named(context, `${(view.fact ?? view.shown?.after)?.label[lang] ?? view.key} · ${t("facts.title")}`);
  return { view, lang, roles: member.roles, type: asked.get("type"), done: doneFrom(asked.get("done")), title };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const key = params.fact ?? "";
  const { done, refused } = await attempt(() => act(context.app, signedIn(context), key, form));
  if (done) return redirect(`/workbench/facts/${key}?done=${done}`, 303);
  const typed = form.get("intent") === "propose" ? { fact: typedFrom(form), reason: String(form.get("reason") ?? "") } : null;
  return data({ typed, problem: refused }, refused?.status ?? 400);
}

async function act({ useCases }: App, member: Member, key: string, form: FormData): Promise<Done> {
  const text = (name: string) => String(form.get(name) ?? "");
  switch (text("intent")) {
    case "propose":
      await useCases.proposeFact(member, { key, typed: typedFrom(form), seen: text("seen"), reason: text("reason") });
      return "proposed";
    case "verified":
      await useCases.proposeVerifiedFact(member, { key, seen: text("seen") });
      return "proposed";
    case "confirm":
      await useCases.confirmFact(member, { changeId: text("change") });
      return "confirmed";
    case "reject":
      await useCases.rejectFact(member, { changeId: text("change"), reason: text("reason") });
      return "rejected";
    default:
      throw new AppError("bad_request");
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function FactRoute() {
  const { title: _, ...page } = useLoaderData<typeof loader>();
  const { typed = null, problem = null } = useActionData<typeof action>() ?? {};
  return <FactPage {...page} typed={typed} problem={problem} />;
}
