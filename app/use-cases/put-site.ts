import { AppError } from "../core/errors.ts";
import { type ByLang, DEFAULT_LANG } from "../core/language/languages.ts";
import { keyFrom } from "../core/people/key.ts";
import { readNames, type Site } from "../core/people/site.ts";
import { allow } from "./allow.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Adds the information cluster of a commune, or renames one. Gates are sites too, but they are places of the portal and not changed here.
 * @param typed `key` null: a new one, whose lasting key is made from its name
 * @returns the key
 * @throws AppError `not_allowed`, `not_found` (no such cluster), `invalid` (`field`: "name"), `bad_text`
 */
export async function putSite(ports: Ports, actor: Actor, typed: { key: string | null; name: ByLang<string> }): Promise<string> {
  allow(actor, "people.invite");
  const name = readNames(typed.name);
  return ports.write(async (tx) => {
    const sites = await tx.sites.all();
    const before = sites.find(({ key, kind }) => key === typed.key && kind === "commune") ?? null;
    if (typed.key !== null && !before) throw new AppError("not_found");
    const taken = sites.map(({ key }) => key);
    const site: Site = before
      ? { ...before, name }
      : { key: keyFrom(name[DEFAULT_LANG], taken), kind: "commune", name, position: sites.filter(({ kind }) => kind === "commune").length };
    await tx.sites.put(site);
    await tx.audit.note({ act: "site.change", object: `site:${site.key}`, by: actor.id, at: ports.now(), before: before ?? undefined, after: site });
    return site.key;
  });
}
