import { byLang } from "../../../core/language/languages.ts";
import type { TypedTeamForm } from "../../../ui/workbench/people/team-form.tsx";

/** What the fields of a team, or of a site, say. */
export function teamFrom(form: FormData): TypedTeamForm {
  const field = (name: string): string => String(form.get(name) ?? "");
  return { kind: field("kind"), name: byLang((lang) => field(`name.${lang}`)), agency: field("agency"), sites: form.getAll("sites").map(String) };
}
