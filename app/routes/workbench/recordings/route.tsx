import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LARGEST_FILM, LARGEST_SOUND } from "../../../core/displays/clip.ts";
import { byLang, LANGS, type Lang } from "../../../core/language/languages.ts";
import { FLEET_DONE, type FleetDone } from "../../../ui/workbench/fleet/done-note.tsx";
import { RecordingsPage } from "../../../ui/workbench/fleet/recordings-page.tsx";
import { namesIn } from "../../../ui/workbench/fleet/refused.tsx";
import { typedIn } from "../displays/display-forms.ts";
import { attempt } from "../refusals.ts";
import { signedIn } from "../signed-in.ts";
import { named } from "../titled.ts";

/** Beside the files a form holds its own words. */
const OF_THE_FORM = 64 * 1024;

export const handle = {
  access: { loader: "displays.manage", action: "displays.manage" },
  audience: "workbench",
  takes: Math.max(LANGS.length * LARGEST_SOUND, LARGEST_FILM) + OF_THE_FORM,
} as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const asked = new URL(request.url).searchParams.get("done");
  return {
    view: await app.readers.workbench.recordings(),
    lang,
    done: FLEET_DONE.find((one) => one === asked) ?? null,
    title: named(context, app.strings.instance(lang).getFixedT(lang, "fleet")("recordings.title")),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = typedIn(form);
  const { done, refused } = await attempt(() => carryOut(form, context));
  if (refused) return data({ typed, problem: refused }, { status: refused.status });
  return redirect(`/workbench/recordings?done=${done}`, 303);
}

async function carryOut(form: FormData, context: ActionFunctionArgs["context"]): Promise<FleetDone> {
  const { useCases } = context.app;
  const member = signedIn(context);
  const typed = typedIn(form);
  if (typed.intent === "remove") {
    await useCases.removeRecording(member, { key: typed.key ?? "" });
    return "recording-out";
  }
  const rights = typed.rights ?? "";
  if (typed.intent === "film") {
    await useCases.uploadClip(member, { kind: "film", bytes: await bytesOf(form, "file"), rights });
    return "film";
  }
  const sounds = new Map<Lang, Uint8Array>();
  for (const lang of LANGS) sounds.set(lang, await bytesOf(form, `file.${lang}`));
  const recording = { key: typed.notice || null, name: namesIn(typed, "name"), script: namesIn(typed, "script"), rights };
  await useCases.addRecording(member, { ...recording, sounds: byLang((lang) => sounds.get(lang) ?? new Uint8Array()) });
  return "recording";
}

/** Nothing chosen: no bytes. */
async function bytesOf(form: FormData, name: string): Promise<Uint8Array> {
  const file = form.get(name);
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Recordings() {
  const { title: _, ...view } = useLoaderData<typeof loader>();
  return <RecordingsPage {...view} tried={useActionData<typeof action>() ?? null} />;
}
