import { isLang, type Lang } from "../core/language/languages.ts";

/** The language that somebody chose in this browser, kept by a cookie: no person is told apart by it. */
const NAME = "lang";
const ONE_YEAR_S = 365 * 24 * 3600;

export function rememberedLang(request: Request): Lang | null {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
  return isLang(value) ? value : null;
}

/** The Set-Cookie header that remembers a choice. `secure`: whether people reach the portal through TLS. */
export const rememberLang = (lang: Lang, { secure }: { secure: boolean }): string =>
  `${NAME}=${lang}; Path=/; Max-Age=${ONE_YEAR_S}; SameSite=Lax${secure ? "; Secure" : ""}`;
