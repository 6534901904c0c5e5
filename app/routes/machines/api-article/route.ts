import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiAnswer } from "../answers.ts";

export const handle = { access: { loader: "public" } } as const;

export async function loader({ params, context: { app } }: LoaderFunctionArgs) {
  return apiAnswer(await app.readers.machines.article(params.slug ?? ""));
}
