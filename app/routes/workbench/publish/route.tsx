import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppError } from "../../../core/errors.ts";
import { hanoiInstant } from "../../../core/facts/gate-report.ts";
import { type Done, doneFrom } from "../../../ui/workbench/publishing/done-note.tsx";
import { PublishPage } from "../../../ui/workbench/publishing/publish-page.tsx";
import { attempt } from "../refusals.ts";
import { signedIn } from "../signed-in.ts";
import { named } from "../titled.ts";

export const handle = { access: { loader: "words.read", action: "words.approve" }, audience: "workbench" } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await context.app.readers.workbench.publish(signedIn(context), params.slug ?? "");
  const done = doneFrom(new URL(request.url).searchParams.get("done"));
  return { view, done, lang: context.lang, title: named(context, view.article.titles[context.lang] || view.article.slug) };
}

/** Each answers to the edition that was on screen. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { readers, useCases } = context.app;
  const member = signedIn(context);
  const form = await request.formData();
  const slug = params.slug ?? "";
  const { articleId } = (await readers.workbench.publish(member, slug)).article;
  const contentHash = String(form.get("contentHash") ?? "");
  const typedAt = String(form.get("at") ?? "");
  const acts: Record<string, () => Promise<Done>> = {
    publish: async () => {
      await useCases.publishArticle(member, { articleId, contentHash });
      return "published";
    },
    schedule: async () => {
      const at = hanoiInstant(typedAt);
      if (!at) throw new AppError("invalid", { faults: ["at"] });
      await useCases.scheduleArticle(member, { articleId, at, contentHash });
      return "scheduled";
    },
    unschedule: async () => {
      await useCases.cancelSchedule(member, { articleId });
      return "unscheduled";
    },
    "sign-off": async () => {
      await useCases.signOffArticle(member, { articleId, contentHash });
      return "signed-off";
    },
  };
  const act = acts[String(form.get("intent"))];
  if (!act) throw new AppError("bad_request");
  const { done, refused } = await attempt(act);
  if (refused) return data({ problem: refused, typedAt }, refused.status);
  return redirect(`/workbench/articles/${slug}/publish?done=${done}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Publish() {
  const tried = useActionData<typeof action>();
  return <PublishPage {...useLoaderData<typeof loader>()} problem={tried?.problem ?? null} typedAt={tried?.typedAt} />;
}
