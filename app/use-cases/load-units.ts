import type { Article } from "../core/articles/article.ts";
import type { Edition } from "../core/articles/edition.ts";
import { AppError } from "../core/errors.ts";
import type { Place } from "../core/people/roles.ts";
import type { Catalogue } from "../core/strings/catalogue.ts";
import type { Owner } from "../core/translation/wording.ts";
import { ofArticle, ofStrings } from "../core/translation/wording.ts";
import { placeOf } from "../core/workflow/place.ts";
import { articleUnits, type Judged, stringUnits, type Unit } from "../core/workflow/units.ts";
import type { Ports, Tx } from "./ports.ts";

/** An article at work: the row, its units and what readers see of it now. */
export async function loadArticle(tx: Tx, articleId: string): Promise<{ article: Article; units: Unit[]; edition: Edition | null }> {
  const article = await tx.articles.byId(articleId);
  if (!article) throw new AppError("not_found");
  const owner = ofArticle(articleId);
  const wordings = await tx.wordings.ofOwner(owner);
  const judged = await judgedOf(tx, owner);
  const edition = await tx.editions.current(articleId);
  return { article, units: articleUnits(article, wordings, judged, edition), edition };
}

/** A namespace of interface strings at work. */
export async function loadStrings(ports: Pick<Ports, "baseStrings">, tx: Tx, namespace: string): Promise<{ base: Catalogue; units: Unit[] }> {
  const base = ports.baseStrings()[namespace];
  if (!base) throw new AppError("not_found");
  const owner = ofStrings(namespace);
  const overrides = await tx.strings.published(namespace);
  const wordings = await tx.wordings.ofOwner(owner);
  return { base, units: stringUnits(owner, base, overrides, wordings, await judgedOf(tx, owner)) };
}

async function judgedOf(tx: Tx, owner: Owner): Promise<Judged> {
  return { approvals: await tx.approvals.newest(owner), returns: await tx.returns.newest(owner) };
}

/** The units of either kind of owner. */
export const loadUnits = async (ports: Ports, tx: Tx, owner: Owner): Promise<Unit[]> => (await loadOwner(ports, tx, owner)).units;

/** The same, with where the owner stands for the limits of a role. Strings belong to no topic and no site. */
export async function loadOwner(ports: Ports, tx: Tx, owner: Owner): Promise<{ units: Unit[]; place: Place }> {
  const [kind, id] = splitOwner(owner);
  if (kind !== "article") return { units: (await loadStrings(ports, tx, id)).units, place: {} };
  const { article, units } = await loadArticle(tx, id);
  return { units, place: placeOf(article.about) };
}

function splitOwner(owner: Owner): [string, string] {
  const at = owner.indexOf(":");
  return [owner.slice(0, at), owner.slice(at + 1)];
}
