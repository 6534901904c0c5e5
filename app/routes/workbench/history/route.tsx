import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppError } from "../../../core/errors.ts";
import { isLang } from "../../../core/language/languages.ts";
import { type Done, doneFrom } from "../../../ui/workbench/publishing/done-note.tsx";
import { HistoryPage } from "../../../ui/workbench/publishing/history-page.tsx";
import { attempt } from "../refusals.ts";
import { signedIn } from "../signed-in.ts";
import { named } from "../titled.ts";

export const handle = { access: { loader: "words.read", action: "words.edit" }, audience: "workbench" } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const numbers = { from: numberIn(asked, "from"), to: numberIn(asked, "to") };
  const view = await context.app.readers.workbench.articleHistory(signedIn(context), params.slug ?? "", { ...numbers, before: asked.get("before") });
  return { view, done: doneFrom(asked.get("done")), lang: context.lang, title: named(context, view.article.titles[context.lang] || view.article.slug) };
}

/** A whole number in an address or a form; null: none is there. */
function numberIn(fields: URLSearchParams | FormData, name: string): number | null {
  const text = String(fields.get(name) ?? "");
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Brings something earlier back: to readers, or to work. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { readers, useCases } = context.app;
  const member = signedIn(context);
  const form = await request.formData();
  const slug = params.slug ?? "";
  const { articleId, owner } = await readers.workbench.article(member, slug);
  const field = (name: string): string => String(form.get(name) ?? "");
  const whole = (name: string): number => {
    const number = numberIn(form, name);
    if (number === null) throw new AppError("invalid", { field: name });
    return number;
  };
  const acts: Record<string, () => Promise<Done>> = {
    "roll-back": async () => {
      await useCases.rollBackArticle(member, { articleId, to: whole("to"), seen: whole("seen"), reason: field("reason") });
      return "rolled-back";
    },
    "restore-words": async () => {
      const lang = field("lang");
      if (!isLang(lang)) throw new AppError("invalid", { field: "lang" });
      const words = { owner, unit: field("unit"), lang, text: field("text"), revision: whole("revision"), sourceHash: field("sourceHash") || null };
      if ((await useCases.saveWording(member, words)).kind === "clash") throw new AppError("clash");
      return "words";
    },
    "restore-structure": async () => {
      const from = form.has("edition") ? { edition: whole("edition") } : { revision: whole("revision") };
      await useCases.restoreStructure(member, { articleId, seen: whole("seen"), from });
      return "structure";
    },
  };
  const act = acts[field("intent")];
  if (!act) throw new AppError("bad_request");
  const { done, refused } = await attempt(act);
  if (refused) return data({ problem: refused }, refused.status);
  return redirect(`/workbench/articles/${slug}/history?done=${done}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function History() {
  return <HistoryPage {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()?.problem ?? null} />;
}
