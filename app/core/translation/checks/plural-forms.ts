import { LANGS } from "../../language/languages.ts";
import type { Issue } from "./check.ts";
import { issue } from "./pair.ts";

const FORM = /_(?:zero|one|two|few|many)$/;

/**
 * i18next's plural forms by CLDR: neither language has any but `_other`, save the Vietnamese ordinal of the first ("thứ nhất").
 */
export const checkPluralForms = (key: string): Issue[] =>
  FORM.test(key) && !key.endsWith("_ordinal_one") ? LANGS.map((lang) => issue("plural-forms", lang, { reason: "form", details: { found: key } })) : [];
