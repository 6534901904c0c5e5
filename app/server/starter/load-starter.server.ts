import { DEFAULT_LANG } from "../../core/language/languages.ts";
import { type Member, unlimited } from "../../core/people/roles.ts";
import { ofArticle } from "../../core/translation/wording.ts";
import { approveUnits } from "../../use-cases/approve-units.ts";
import { type CreateArticle, createArticle } from "../../use-cases/create-article.ts";
import { loadUnits } from "../../use-cases/load-units.ts";
import type { Ports, Tx } from "../../use-cases/ports.ts";
import { publishArticle } from "../../use-cases/publish-article.ts";
import { recordPlaces } from "../../use-cases/record-places.ts";
import { recordTerms } from "../../use-cases/record-terms.ts";
import type { Starter } from "./read-starter.server.ts";

/** Two members that nobody can sign in as: the four-eyes rule holds for the starter content too. */
const STARTERS = [
  { email: "noi-dung-khoi-dau@cau-noi.invalid", name: "Nội dung khởi đầu · 初始内容", roles: ["translator", "publisher"] },
  { email: "duyet-khoi-dau@cau-noi.invalid", name: "Duyệt nội dung khởi đầu · 初始内容审核", roles: ["reviewer"] },
] as const;

/**
 * Loads the starter content into an empty database, through the same use-cases as any edit. An interrupted load is taken up
 * where it stopped; once anybody else is a member, nothing is touched any more.
 * @returns how many articles were published now
 */
export async function loadStarter(ports: Ports, starter: Starter, progress: (line: string) => void): Promise<number> {
  const [author, reviewer] = await startingMembers(ports);
  if (!author || !reviewer) return 0;
  const known = await ports.write((tx) => tx.facts.all());
  const facts = starter.facts.filter((fact) => !known[fact.key]);
  if (facts.length) await recordPlaces(ports, author, { ...starter, facts });
  const defined = new Set((await ports.write((tx) => tx.terms.all())).map((term) => term.key));
  const terms = starter.terms.filter((term) => !defined.has(term.key));
  if (terms.length) await recordTerms(ports, author, terms);

  const unpublished = await ports.write((tx) => notPublished(tx, starter.articles));
  for (const [index, article] of unpublished.entries()) {
    const begun = await ports.write((tx) => tx.articles.bySlug(article.slug));
    const articleId = begun?.id ?? (await createArticle(ports, author, article)).articleId;
    const units = await ports.write((tx) => loadUnits(ports, tx, ofArticle(articleId)));
    const seen = Object.fromEntries(units.map((unit) => [unit.unit, unit.hash]));
    const { refused } = await approveUnits(ports, reviewer, { owner: ofArticle(articleId), seen });
    if (refused.length) throw new Error(`starter content ${article.slug}: ${JSON.stringify(refused)}`);
    await publishArticle(ports, author, { articleId });
    progress(`${index + 1}/${unpublished.length} ${article.slug}`);
  }
  return unpublished.length;
}

/** Those that readers have never seen; what was taken back since stays so. */
async function notPublished(tx: Tx, articles: readonly CreateArticle[]): Promise<CreateArticle[]> {
  const left: CreateArticle[] = [];
  for (const one of articles) {
    const article = await tx.articles.bySlug(one.slug);
    if (!article || (article.withdrawnAt === null && !(await tx.editions.current(article.id)))) left.push(one);
  }
  return left;
}

/** The two starting members, made in an empty database; nobody when others have come since. */
async function startingMembers(ports: Ports): Promise<Member[]> {
  return ports.write(async (tx) => {
    const count = await tx.members.count();
    if (count === 0) {
      const at = ports.now();
      const members = STARTERS.map(
        (one): Member => ({
          id: ports.newId(),
          email: one.email,
          name: one.name,
          lang: DEFAULT_LANG,
          grants: one.roles.map(unlimited),
          roles: [...one.roles],
          team: null,
        }),
      );
      for (const member of members) await tx.members.insert({ ...member, passwordHash: null, createdAt: at, disabledAt: at });
      return members;
    }
    if (count > STARTERS.length) return [];
    const found: Member[] = [];
    for (const { email } of STARTERS) {
      const member = await tx.members.byEmail(email);
      if (member) found.push(member);
    }
    return found;
  });
}
