import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LANGS } from "../../../core/language/languages.ts";
import stylesheet from "../../../ui/display/kiosk/kiosk.css?url";
import { Kiosk } from "../../../ui/display/kiosk/kiosk.tsx";

export const handle = { access: { loader: "public" }, hydrate: true, audience: "display" } as const;

export const links = () => [{ rel: "stylesheet", href: stylesheet }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const content = await app.readers.kiosk.content(params.gate ?? "");
  const strings = app.strings.instance(lang);
  return { content, title: LANGS.map((code) => strings.getFixedT(code, "kiosk")("title")).join(" · ") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, { name: "robots", content: "noindex" }];

/** The kiosk keeps itself current; nothing the router does may ask again. */
export const shouldRevalidate = () => false;

export default function KioskRoute() {
  return <Kiosk content={useLoaderData<typeof loader>().content} />;
}
