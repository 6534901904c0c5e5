import { AppError } from "../core/errors.ts";
import { hashOf } from "../core/hash.ts";
import type { ByLang } from "../core/language/languages.ts";
import { baseHash, published } from "../core/strings/catalogue.ts";
import { whyNotGoingOut } from "../core/strings/going-out.ts";
import { ofStrings } from "../core/translation/wording.ts";
import { allow } from "./allow.ts";
import { reasonFrom } from "./given-reason.ts";
import type { Actor, Ports } from "./ports.ts";

export interface RollBackString {
  namespace: string;
  key: string;
  /** Number of the edition to go back to; 0: the text that the program brings along. */
  to: number;
  reason: string;
}

/**
 * Shows readers an earlier pair of an interface string again, every language together, as a new edition. The words at work stay.
 * @throws AppError not_allowed, not_found, bad_text, invalid (`faults`: reason), already_exists (readers see just that),
 * placeholders_differ (the program fills other placeholders today than when the pair was written), checks_failed (`key`)
 */
export async function rollBackString(ports: Ports, actor: Actor, { namespace, key, to, reason: typed }: RollBackString): Promise<{ revision: number }> {
  allow(actor, "pair.publish");
  const reason = reasonFrom(typed);
  return ports.write(async (tx) => {
    const catalogue = ports.baseStrings()[namespace] ?? {};
    const base = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
    const editions = await tx.strings.editionsOf(namespace, key);
    const earlier = to === 0 ? null : editions.find(({ number }) => number === to);
    if (!base || earlier === undefined) throw new AppError("not_found");
    const texts = earlier?.texts ?? null;
    const shown = published({ [key]: base }, await tx.strings.published(namespace))[key] as ByLang<string>;
    if (hashOf(texts ?? base) === hashOf(shown)) throw new AppError("already_exists");
    const against = texts && whyNotGoingOut(key, texts, base, await tx.terms.all());
    if (against) throw new AppError(against, { key });

    const at = ports.now();
    const hash = baseHash(base);
    if (texts) await tx.strings.putPublished({ namespace, key, texts, baseHash: hash }, actor.id, at);
    else await tx.strings.removePublished(namespace, key);
    await tx.strings.keepBase({ namespace, key, texts: base }, at);
    await tx.strings.addEdition({ namespace, key, texts, baseHash: hash, publishedAt: at, publishedBy: actor.id });
    await tx.audit.note({ act: "strings.roll-back", object: ofStrings(namespace), by: actor.id, at, after: { key, to, reason } });
    return { revision: await tx.announce({ kind: "strings", namespace, keys: [key] }) };
  });
}
