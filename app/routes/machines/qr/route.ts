import type { LoaderFunctionArgs } from "@remix-run/node";
import { AppError } from "../../../core/errors.ts";
import { addressIn, hasPublicShape } from "../../../core/feeds/addresses.ts";
import { isLang } from "../../../core/language/languages.ts";
import { freshFor } from "../answers.ts";

export const handle = { access: { loader: "public" } } as const;

const ONE_DAY = 86_400;

/** `/qr/<lang>/<path>.svg`: the QR code of a public page's address, for paper and for another phone. */
export async function loader({ params, context: { app } }: LoaderFunctionArgs) {
  const [, lang, below = ""] = /^([a-z]+)(\/[a-z0-9/-]+)?\.svg$/.exec(params["*"] ?? "") ?? [];
  if (!isLang(lang) || !hasPublicShape(below)) throw new AppError("not_found");
  const svg = await app.images.qr(addressIn(app.settings.origin, lang, below));
  return new Response(svg, { headers: { "Content-Type": "image/svg+xml", "Cache-Control": freshFor(ONE_DAY) } });
}
