import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FLEET_DONE } from "../../../../ui/workbench/fleet/done-note.tsx";
import { PlaylistsPage } from "../../../../ui/workbench/fleet/playlists-page.tsx";
import { namesIn } from "../../../../ui/workbench/fleet/refused.tsx";
import { typedIn } from "../../displays/display-forms.ts";
import { attempt } from "../../refusals.ts";
import { signedIn } from "../../signed-in.ts";
import { named } from "../../titled.ts";

export const handle = { access: { loader: "displays.manage", action: "displays.manage" }, audience: "workbench" } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const asked = new URL(request.url).searchParams.get("done");
  return {
    view: await app.readers.workbench.playlists(signedIn(context)),
    lang,
    done: FLEET_DONE.find((one) => one === asked) ?? null,
    title: named(context, app.strings.instance(lang).getFixedT(lang, "fleet")("playlists.title")),
  };
}

/** Begins a playlist. */
export async function action({ request, context }: ActionFunctionArgs) {
  const typed = typedIn(await request.formData());
  const begun = { key: null, revision: 0, name: namesIn(typed, "name"), site: typed.site || null, items: [], times: [] };
  const { done, refused } = await attempt(() => context.app.useCases.putPlaylist(signedIn(context), begun));
  if (refused) return data({ typed, problem: refused }, { status: refused.status });
  return redirect(`/workbench/playlists/${done.key}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Playlists() {
  const { title: _, ...view } = useLoaderData<typeof loader>();
  return <PlaylistsPage {...view} tried={useActionData<typeof action>() ?? null} />;
}
