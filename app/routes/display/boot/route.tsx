import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { LANGS } from "../../../core/language/languages.ts";
import deviceSheet from "../../../ui/display/device/device.css?url";
import { Display } from "../../../ui/display/device/display.tsx";
import kioskSheet from "../../../ui/display/kiosk/kiosk.css?url";
import ledSheet from "../../../ui/display/led/led.css?url";
import speakerSheet from "../../../ui/display/speaker/speaker.css?url";

export const handle = { access: { loader: "public" }, hydrate: true, audience: "display" } as const;

/** The kiosk's sets the size of the rem for all that stand on it: after the LED's, which measures by itself. */
export const links = () => [ledSheet, speakerSheet, kioskSheet, deviceSheet].map((href) => ({ rel: "stylesheet", href }));

/** The same page for every device: what it is, it learns from its own store. */
export function loader({ context: { app, lang } }: LoaderFunctionArgs) {
  const strings = app.strings.instance(lang);
  return { title: LANGS.map((code) => strings.getFixedT(code, "device")("title")).join(" · ") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, { name: "robots", content: "noindex" }];

/** The device keeps itself current; nothing the router does may ask again. */
export const shouldRevalidate = () => false;

export default function DisplayRoute() {
  return (
    <>
      <script src="/display/watch.js" defer />
      <Display />
    </>
  );
}
