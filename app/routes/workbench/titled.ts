import type { AppLoadContext } from "@remix-run/node";
import type { ParseKeys } from "i18next";

/** A page's title for the browser's tab: the page, then the workbench. */
export function titled({ app, lang }: AppLoadContext, key: ParseKeys<"workbench">): string {
  const t = app.strings.instance(lang).getFixedT(lang, "workbench");
  return named({ app, lang }, t(key));
}

/** The same for a page that has a name of its own. */
export function named({ app, lang }: Pick<AppLoadContext, "app" | "lang">, name: string): string {
  const t = app.strings.instance(lang).getFixedT(lang, "workbench");
  return `${name} · ${t("name")}`;
}
