import type { LoaderFunctionArgs } from "@remix-run/node";
import { openApiDocument } from "../../../core/feeds/openapi.ts";
import { LANGS } from "../../../core/language/languages.ts";
import { apiAnswer, FRESH } from "../answers.ts";

export const handle = { access: { loader: "public" } } as const;

export function loader({ context: { app } }: LoaderFunctionArgs) {
  const names = LANGS.map((lang) => app.strings.instance(lang).getFixedT(lang, "common")("site.name"));
  return apiAnswer(openApiDocument(app.settings.origin, names.join(" · ")), FRESH.sitemap);
}
