import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiAnswer, pagingOf } from "../answers.ts";

export const handle = { access: { loader: "public" } } as const;

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const { limit, after } = pagingOf(request);
  return apiAnswer(await app.readers.machines.articles(limit, after));
}
