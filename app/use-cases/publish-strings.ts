import { AppError } from "../core/errors.ts";
import type { ByLang } from "../core/language/languages.ts";
import { baseHash } from "../core/strings/catalogue.ts";
import { isReady } from "../core/workflow/state.ts";
import { allow } from "./allow.ts";
import { loadStrings } from "./load-units.ts";
import type { Actor, Ports } from "./ports.ts";

export interface PublishStrings {
  namespace: string;
  keys: string[];
}

/**
 * Publishes interface strings: the pairs named, all of them or none, without build or restart.
 * @throws AppError not_allowed, not_found, not_ready (`missing`: the keys still to be translated or approved)
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

    const at = ports.now();
    for (const unit of changed) {
      const override = { namespace, key: unit.unit, texts: unit.texts, baseHash: baseHash(base[unit.unit] as ByLang<string>) };
      await tx.strings.putPublished(override, actor.id, at);
    }
    const published = changed.map((unit) => unit.unit);
    return { published, revision: await tx.announce({ kind: "strings", namespace, keys: published }) };
  });
}
