import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiAnswer, pagingOf } from "../answers.ts";

export const handle = { access: { loader: "public" } } as const;

/** An officer closes a gate now: nobody should read "open" for a minute more. */
const FRESH_SECONDS = 5;

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const { limit, after } = pagingOf(request);
  const list = await app.readers.machines.gates(limit, after);
  const left = list.validUntil === null ? FRESH_SECONDS : Math.floor((Date.parse(list.validUntil) - Date.parse(list.asOf)) / 1000);
  return apiAnswer(list, Math.max(0, Math.min(FRESH_SECONDS, left)));
}
