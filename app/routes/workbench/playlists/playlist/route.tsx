import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FLEET_DONE } from "../../../../ui/workbench/fleet/done-note.tsx";
import { PlaylistPage } from "../../../../ui/workbench/fleet/playlist-page.tsx";
import { namesIn } from "../../../../ui/workbench/fleet/refused.tsx";
import { typedIn } from "../../displays/display-forms.ts";
import { attempt } from "../../refusals.ts";
import { signedIn } from "../../signed-in.ts";
import { named } from "../../titled.ts";
import { itemsFrom, newItem, rearranged, timesFrom } from "../playlist-form.ts";

/** A long playlist's form is longer than others. */
const FORM_BYTES = 1024 * 1024;

export const handle = { access: { loader: "displays.manage", action: "displays.manage" }, audience: "workbench", takes: FORM_BYTES } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await context.app.readers.workbench.playlist(signedIn(context), params.playlist ?? "");
  const asked = new URL(request.url).searchParams.get("done");
  return { view, lang: context.lang, done: FLEET_DONE.find((one) => one === asked) ?? null, title: named(context, view.playlist.name[context.lang]) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { useCases, readers } = context.app;
  const member = signedIn(context);
  const form = await request.formData();
  const typed = typedIn(form);
  const key = params.playlist ?? "";
  const intent = typed.intent ?? "";
  if (intent === "remove") {
    const { refused } = await attempt(() => useCases.removePlaylist(member, { key }));
    return refused ? data({ typed, items: null, problem: refused }, { status: refused.status }) : redirect("/workbench/playlists?done=playlist-out", 303);
  }
  const { playlist, choices } = (await readers.workbench.playlist(member, key)) satisfies object;
  const items = rearranged(itemsFrom(form), intent);
  if (intent === "add") {
    const firsts = {
      article: choices.articles[0]?.key,
      picture: choices.pictures[0]?.hash,
      video: choices.films[0]?.hash,
      recording: choices.recordings[0]?.key,
    };
    items.push(newItem(crypto.randomUUID(), typed.kind ?? "", (kind) => firsts[kind as keyof typeof firsts] ?? ""));
  }
  const wanted = { key, revision: Number(typed.revision), name: namesIn(typed, "name"), site: playlist.site, items, times: timesFrom(typed.times ?? "") };
  const { refused } = await attempt(() => useCases.putPlaylist(member, wanted));
  if (refused) return data({ typed, items, problem: refused }, { status: refused.status });
  return redirect(`/workbench/playlists/${key}${intent === "save" ? "?done=playlist" : "#add"}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PlaylistRoute() {
  const { view, lang, done } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>() ?? null;
  const kept = tried?.items ? { ...view, playlist: { ...view.playlist, name: namesIn(tried.typed, "name"), items: tried.items } } : view;
  return <PlaylistPage view={kept} lang={lang} done={done} tried={tried} />;
}
