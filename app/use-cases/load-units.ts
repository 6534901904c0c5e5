import type { Article } from "../core/articles/article.ts";
import type { Edition } from "../core/articles/edition.ts";
import { AppError } from "../core/errors.ts";
import type { Catalogue } from "../core/strings/catalogue.ts";
import type { Owner } from "../core/translation/wording.ts";
import { ofArticle, ofStrings } from "../core/translation/wording.ts";
import { articleUnits, stringUnits, type Unit } from "../core/workflow/units.ts";
import type { Ports, Tx } from "./ports.ts";

/** An article at work: the row, its units and what readers see of it now. */
export async function loadArticle(tx: Tx, articleId: string): Promise<{ article: Article; units: Unit[]; edition: Edition | null }> {
  const article = await tx.articles.byId(articleId);
  if (!article) throw new AppError("not_found");
  const owner = ofArticle(articleId);
  const wordings = await tx.wordings.ofOwner(owner);
  const approvals = await tx.approvals.newest(owner);
  const edition = await tx.editions.current(articleId);
  return { article, units: articleUnits(article, wordings, approvals, edition), edition };
}

/** A namespace of interface strings at work. */
export async function loadStrings(ports: Ports, tx: Tx, namespace: string): Promise<{ base: Catalogue; units: Unit[] }> {
  const base = ports.baseStrings()[namespace];
  if (!base) throw new AppError("not_found");
  const owner = ofStrings(namespace);
  const overrides = await tx.strings.published(namespace);
  const wordings = await tx.wordings.ofOwner(owner);
  const approvals = await tx.approvals.newest(owner);
  return { base, units: stringUnits(owner, base, overrides, wordings, approvals) };
}

/** The units of either kind of owner. */
export async function loadUnits(ports: Ports, tx: Tx, owner: Owner): Promise<Unit[]> {
  const [kind, id] = splitOwner(owner);
  return kind === "article" ? (await loadArticle(tx, id)).units : (await loadStrings(ports, tx, id)).units;
}

function splitOwner(owner: Owner): [string, string] {
  const at = owner.indexOf(":");
  return [owner.slice(0, at), owner.slice(at + 1)];
}
