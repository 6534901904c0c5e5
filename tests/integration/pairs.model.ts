import type { EditionBody } from "../../app/core/articles/edition.ts";
import { type ArticleTree, segmentsOf } from "../../app/core/articles/tree.ts";
import { LANGS, type Lang } from "../../app/core/language/languages.ts";
import { STRUCTURE_UNIT } from "../../app/core/workflow/approval.ts";

type Texts = (segment: string, lang: Lang) => string;

/** What two people agree on when they agree on a unit: its words in every language, in its shape; or the structure. */
const pairOf = (unit: string, tree: ArticleTree, text: Texts): string =>
  JSON.stringify(unit === STRUCTURE_UNIT ? [unit, tree] : [unit, tree.find(({ id }) => id === unit) ?? null, ...LANGS.map((lang) => text(unit, lang))]);

/** Everything that a reader would see, as one string. */
const whole = (tree: ArticleTree, text: Texts): string => JSON.stringify([tree, segmentsOf(tree).map((segment) => LANGS.map((lang) => text(segment, lang)))]);

const textsOf =
  (body: EditionBody): Texts =>
  (segment, lang) =>
    body.texts[lang][segment] ?? "";

export const wholeOf = (body: EditionBody): string => whole(body.tree, textsOf(body));
export const pairsOf = (body: EditionBody): string[] => [STRUCTURE_UNIT, ...segmentsOf(body.tree)].map((unit) => pairOf(unit, body.tree, textsOf(body)));

/** What must be true, kept by hand and without the code under test: words, who wrote them, and what two people agreed on. */
export class Model {
  tree: ArticleTree;
  private readonly words = new Map<string, string>();
  /** Who changed a unit since it was last approved, and who ever did. */
  private readonly authors = new Map<string, Set<string>>();
  private readonly everyAuthor = new Map<string, Set<string>>();
  /** The pair that a unit's newest approval was for. */
  private readonly approvedPair = new Map<string, string>();
  /** Who wrote the words that stand. */
  private readonly writer = new Map<string, string>();
  /** Every text and every structure that was ever handed in. */
  readonly submitted: string[] = [];
  readonly structures: string[] = [];
  /** Pairs that a second person approved and nobody has sent back since; and all that ever were. */
  readonly agreed = new Set<string>();
  readonly everAgreed = new Set<string>();
  /** Wholes that the asked agency signed off. */
  readonly signed = new Set<string>();
  overrides = 0;
  /** What was scheduled and waits. */
  scheduled: string | null = null;
  /** What readers see, and every edition, by its number. */
  served: EditionBody | null = null;
  readonly editions: EditionBody[] = [];
  withdrawn = false;

  constructor(tree: ArticleTree) {
    this.tree = tree;
  }

  text: Texts = (segment, lang) => this.words.get(`${segment} ${lang}`) ?? "";
  pair = (unit: string): string => pairOf(unit, this.tree, this.text);
  whole = (): string => whole(this.tree, this.text);

  wrote(actor: string, unit: string, lang: Lang, text: string): void {
    this.words.set(`${unit} ${lang}`, text);
    this.writer.set(`${unit} ${lang}`, actor);
    this.touched(actor, unit);
  }
  restructured(actor: string, tree: ArticleTree): void {
    this.tree = tree;
    this.structures.push(JSON.stringify(tree));
    this.touched(actor, STRUCTURE_UNIT);
  }
  private touched(actor: string, unit: string): void {
    for (const all of [this.authors, this.everyAuthor]) all.set(unit, new Set(all.get(unit)).add(actor));
  }
  isOwnWork = (actor: string, unit: string): boolean => this.authors.get(unit)?.has(actor) ?? false;

  approved(unit: string): void {
    const pair = this.pair(unit);
    this.agreed.add(pair);
    this.everAgreed.add(pair);
    this.approvedPair.set(unit, pair);
    this.authors.delete(unit);
  }
  /** An approval of the very words that were sent back counts for nothing any more. */
  sentBack(unit: string): void {
    const pair = this.pair(unit);
    this.agreed.delete(pair);
    if (this.approvedPair.get(unit) === pair) this.authors.set(unit, new Set(this.everyAuthor.get(unit)));
  }
  /** Whether somebody wrote words that stand and that readers do not see. */
  wroteNews(actor: string): boolean {
    const seen = this.served && textsOf(this.served);
    return segmentsOf(this.tree).some((segment) =>
      LANGS.some((lang) => this.writer.get(`${segment} ${lang}`) === actor && seen?.(segment, lang) !== this.text(segment, lang)),
    );
  }
  /** Whether readers may see just this, coming from the words at work. */
  mayGoOut(body: EditionBody): boolean {
    const known = new Set(this.served ? pairsOf(this.served) : []);
    return wholeOf(body) === this.whole() && pairsOf(body).every((pair) => this.agreed.has(pair) || known.has(pair));
  }
  issued(body: EditionBody): void {
    this.editions.push(body);
    this.served = body;
    this.withdrawn = false;
    this.scheduled = null;
  }
}
