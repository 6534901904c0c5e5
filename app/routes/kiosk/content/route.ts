import type { LoaderFunctionArgs } from "@remix-run/node";
import { hashOf } from "../../../core/hash.ts";

export const handle = { access: { loader: "public" }, audience: "display" } as const;

/** What a kiosk asks for after a change. The tag leaves out when it was asked: the same content is the same answer. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const content = await context.app.readers.kiosk.content(params.gate ?? "");
  return Response.json(content, { headers: { ETag: `W/"${hashOf({ ...content, generatedAt: null })}"`, "Cache-Control": "no-cache" } });
}
