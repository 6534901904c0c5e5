import { AppError } from "../core/errors.ts";
import { isLang } from "../core/language/languages.ts";
import { readName } from "../core/people/credentials.ts";
import { ownedAccount } from "./owned-account.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Changes the actor's own name and the language of the own workbench.
 * @throws AppError `invalid` (`field`: "name" or "lang"), `bad_text`
 */
export async function changeAccount(ports: Ports, actor: Actor, typed: { name: string; lang: string }): Promise<void> {
  const name = readName(typed.name);
  const { lang } = typed;
  if (!isLang(lang)) throw new AppError("invalid", { field: "lang" });
  await ports.write(async (tx) => {
    const account = await ownedAccount(tx, actor.id);
    const changed = [...(name === account.name ? [] : ["name"]), ...(lang === account.lang ? [] : ["lang"])];
    if (changed.length === 0) return;
    await tx.members.setName(actor.id, name);
    await tx.members.setLang(actor.id, lang);
    await tx.audit.note({ act: "member.change", object: `member:${actor.id}`, by: actor.id, at: ports.now(), after: { changed } });
  });
}
