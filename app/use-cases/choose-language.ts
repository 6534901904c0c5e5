import { AppError } from "../core/errors.ts";
import { isLang } from "../core/language/languages.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Changes the language of a member's own workbench.
 * @throws AppError `unknown_language`
 */
export async function chooseLanguage(ports: Ports, actor: Actor, lang: string): Promise<void> {
  if (!isLang(lang)) throw new AppError("unknown_language");
  await ports.write((tx) => tx.members.setLang(actor.id, lang));
}
