import { join, relative } from "node:path";
import type { ByLang } from "../core/language/languages.ts";
import type { Finding } from "../core/strings/check-files.ts";
import type { Carried, Plan } from "../core/strings/exchange.ts";
import { BASE_STRINGS } from "../i18n/runtime.server.ts";
import { localePath } from "../server/strings/locale-folder.server.ts";

const WORDS: Record<string, string> = {
  no_file: "there is no such file · không có tệp này",
  syntax: "this is not JSON · không phải JSON",
  duplicate: "the key stands twice · mã lặp lại",
  not_text: "not a text · không phải lời",
  missing: "the key is missing here · thiếu mã này",
  empty: "there are no words · không có lời",
  placeholders: "placeholders lost or invented · chỗ điền bị mất hoặc thừa",
  "plural-forms": "a plural form that neither language has · dạng số nhiều không có trong hai ngôn ngữ",
};

/** "locales/zh/visitor.json:12 home.lead: placeholders lost or invented · … ({{count}})" */
export function findingLine(folder: string, { namespace, lang, key, line, what, details }: Finding): string {
  const file = join(relative(process.cwd(), folder) || ".", localePath(lang, namespace));
  const words = WORDS[what] ?? (BASE_STRINGS.checks?.[`${what}.title`] as ByLang<string> | undefined)?.vi ?? what;
  const about = Object.values(details).join(" · ");
  return `${file}${line === null ? "" : `:${line}`}${key === null ? "" : ` ${key}`}: ${words}${about ? ` (${about})` : ""}`;
}

/** What would be done, and what stands in the way, a line each. */
export function linesOfPlan({ carried, inTheWay, unknown }: Plan): string[] {
  const place = ({ namespace, key, lang }: Omit<Carried, "before" | "after">) => `${localePath(lang, namespace)} ${key}`;
  return [
    ...carried.map((one) => `${place(one)}: ${JSON.stringify(one.before)} → ${JSON.stringify(one.after)}`),
    ...inTheWay.map((one) => `IN THE WAY · VƯỚNG ${place(one)}: ${JSON.stringify(one.there)} (${JSON.stringify(one.after)})`),
    ...unknown.map(({ namespace, key, lang }) => `UNKNOWN KEY · MÃ LẠ ${lang === null ? namespace : localePath(lang, namespace)} ${key}`),
  ];
}
