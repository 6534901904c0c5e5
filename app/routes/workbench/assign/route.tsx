import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isLang } from "../../../core/language/languages.ts";
import type { Owner } from "../../../core/translation/wording.ts";
import type { Assignee } from "../../../core/workflow/assignment.ts";
import { AssignPage, type AssignProblem } from "../../../ui/workbench/home/assign-page.tsx";
import { nextPage } from "../next-page.ts";
import { attempt } from "../refusals.ts";
import { signedIn } from "../signed-in.ts";
import { titled } from "../titled.ts";

export const handle = { access: { loader: "words.approve", action: "words.approve" }, audience: "workbench" } as const;

/** As many as a page of the table shows, and more. */
const MOST_OWNERS = 200;

const ownersIn = (given: { getAll(name: string): unknown[] }): Owner[] =>
  [...new Set(given.getAll("owner").map((one) => String(one) as Owner))].slice(0, MOST_OWNERS);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const asked = new URL(request.url).searchParams;
  const view = await app.readers.workbench.assign(signedIn(context), ownersIn(asked));
  const wanted = asked.get("lang");
  const page = { ...view, wanted: isLang(wanted) ? wanted : null, back: nextPage(asked.get("back")) };
  return { lang, page, title: titled(context, "home.assign.title") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const [owners, langs, back] = [ownersIn(form), form.getAll("lang").map(String), nextPage(form.get("back"))];
  const typed: AssignProblem["typed"] = { langs, assignee: String(form.get("assignee") ?? ""), dueOn: String(form.get("dueOn") ?? "") };
  const targets = owners.flatMap((owner) => langs.filter(isLang).map((lang) => ({ owner, lang })));
  const { done, refused } = await attempt(() =>
    context.app.useCases.assignWork(signedIn(context), { targets, assignee: assigneeFrom(typed.assignee), dueOn: typed.dueOn }),
  );
  if (refused) {
    const field = (["targets", "assignee", "dueOn"] as const).find((one) => one === refused.details.field) ?? null;
    const all = targets.map((target) => ({ ...target, code: refused.code }));
    return data<AssignProblem>({ field, refused: all, typed }, refused.status);
  }
  if (done.refused.length) return data<AssignProblem>({ field: null, refused: done.refused, typed }, 422);
  const to = new URL(back, request.url);
  to.searchParams.set("assigned", "1");
  return redirect(to.pathname + to.search, 303);
}

/** "member:<id>" or "team:<key>"; anything else is nobody. */
function assigneeFrom(typed: string): Assignee | null {
  const at = typed.indexOf(":");
  const [kind, key] = [typed.slice(0, at), typed.slice(at + 1)];
  if (kind === "member") return { kind, id: key };
  return kind === "team" ? { kind, key } : null;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Assign() {
  const { lang, page } = useLoaderData<typeof loader>();
  return <AssignPage lang={lang} {...page} problem={useActionData<typeof action>() ?? null} />;
}
