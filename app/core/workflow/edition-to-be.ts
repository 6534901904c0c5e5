import { type Article, factsOf } from "../articles/article.ts";
import { type EditionBody, editionHash, makeEditionBody } from "../articles/edition.ts";
import { segmentsOf } from "../articles/tree.ts";
import { AppError } from "../errors.ts";
import type { Fact } from "../facts/fact.ts";
import { LANGS } from "../language/languages.ts";
import { awaitedSignOffs, type SignOff } from "./sign-off.ts";
import { isReady } from "./state.ts";
import { textsOf, type Unit } from "./units.ts";

/** What stands between an article at work and its readers. */
export type OpenPoint =
  | { kind: "unit"; unit: string; state: "missing" | "stale" | "in_review" | "returned" }
  /** Text or structure refers to a fact that there is none of. */
  | { kind: "fact"; fact: string }
  /** An agency that the topic asks has not signed off just this. */
  | { kind: "sign-off"; agency: string };

/** The edition that an article at work would make. */
export interface EditionToBe {
  /** As far as there are words; whole where `contentHash` is given. */
  body: EditionBody;
  /** Null while words or facts are missing. */
  contentHash: string | null;
  /** Empty: it may go out. */
  open: OpenPoint[];
}

interface AtWork {
  article: Article;
  units: readonly Unit[];
  facts: Record<string, Fact>;
  /** Keys of the agencies whose consent its topic asks for. */
  asked: readonly string[];
  signOffs: readonly SignOff[];
}

export function editionToBe({ article, units, facts, asked, signOffs }: AtWork): EditionToBe {
  const texts = textsOf(units);
  const keys = factsOf(article.tree, texts);
  const known = Object.fromEntries(keys.flatMap((key) => (facts[key] ? [[key, facts[key]]] : [])));
  const unknown = keys.filter((key) => !facts[key]);
  const written = LANGS.every((lang) => segmentsOf(article.tree).every((segment) => texts[lang][segment]?.trim()));
  const whole = written && unknown.length === 0 ? makeEditionBody(article, texts, facts) : null;
  const contentHash = whole && editionHash(whole);
  const open: OpenPoint[] = [
    ...units.filter((unit) => !isReady(unit)).map((unit): OpenPoint => ({ kind: "unit", unit: unit.unit, state: waitingState(unit) })),
    ...unknown.map((fact): OpenPoint => ({ kind: "fact", fact })),
    ...(contentHash ? awaitedSignOffs(asked, signOffs, contentHash) : asked).map((agency): OpenPoint => ({ kind: "sign-off", agency })),
  ];
  return { body: whole ?? { tree: article.tree, about: article.about, texts, facts: known }, contentHash, open };
}

/**
 * The edition that may go out now.
 * @throws AppError `not_ready` (`missing`: what stands against it: units, "fact:<key>", "sign-off:<agency>")
 */
export function readyEdition({ body, contentHash, open }: EditionToBe): { body: EditionBody; contentHash: string } {
  if (open.length || contentHash === null) throw new AppError("not_ready", { missing: open.map(nameOf) });
  return { body, contentHash };
}

const nameOf = (point: OpenPoint): string => (point.kind === "unit" ? point.unit : point.kind === "fact" ? `fact:${point.fact}` : `sign-off:${point.agency}`);

const waitingState = ({ state, returned }: Unit): "missing" | "stale" | "in_review" | "returned" =>
  state === "missing" || state === "stale" ? state : returned ? "returned" : "in_review";
