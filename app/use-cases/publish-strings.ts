import { AppError } from "../core/errors.ts";
import type { ByLang } from "../core/language/languages.ts";
import { baseHash } from "../core/strings/catalogue.ts";
import { whyNotGoingOut } from "../core/strings/going-out.ts";
import { ofStrings } from "../core/translation/wording.ts";
import { isReady } from "../core/workflow/state.ts";
import { allow } from "./allow.ts";
import { loadStrings } from "./load-units.ts";
import type { Actor, Ports } from "./ports.ts";

export interface PublishStrings {
  namespace: string;
  keys: string[];
}

/**
 * Publishes interface strings: the pairs named, all of them or none, without build or restart. Each becomes an edition of its key.
 * @throws AppError not_allowed, not_found, not_ready (`missing`: the keys still to be translated or approved),
 * placeholders_differ or checks_failed (`key`): something that must never go out, whoever approved it
 */
export async function publishStrings(
  ports: Ports,
  actor: Actor,
  { namespace, keys }: PublishStrings,
): Promise<{ published: string[]; revision: number | null }> {
  allow(actor, "pair.publish");
  return ports.write(async (tx) => {
    const { base, units } = await loadStrings(ports, tx, namespace);
    const asked = units.filter((unit) => keys.includes(unit.unit));
    if (asked.length !== new Set(keys).size) throw new AppError("not_found");
    const unready = asked.filter((unit) => !isReady(unit)).map((unit) => unit.unit);
    if (unready.length) throw new AppError("not_ready", { missing: unready });
    const changed = asked.filter((unit) => !unit.published);
    if (changed.length === 0) return { published: [], revision: null };
    const terms = await tx.terms.all();
    for (const { unit, texts } of changed) {
      const against = whyNotGoingOut(unit, texts, base[unit] as ByLang<string>, terms);
      if (against) throw new AppError(against, { key: unit });
    }

    const at = ports.now();
    for (const unit of changed) {
      const override = { namespace, key: unit.unit, texts: unit.texts, baseHash: baseHash(base[unit.unit] as ByLang<string>) };
      await tx.strings.putPublished(override, actor.id, at);
      await tx.strings.keepBase({ namespace, key: unit.unit, texts: base[unit.unit] as ByLang<string> }, at);
      await tx.strings.addEdition({ ...override, publishedAt: at, publishedBy: actor.id });
    }
    const published = changed.map((unit) => unit.unit);
    const hashes = Object.fromEntries(changed.map(({ unit, hash }) => [unit, hash]));
    await tx.audit.note({ act: "strings.publish", object: ofStrings(namespace), by: actor.id, at, after: { keys: hashes } });
    return { published, revision: await tx.announce({ kind: "strings", namespace, keys: published }) };
  });
}
