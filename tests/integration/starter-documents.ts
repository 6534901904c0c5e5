import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeEditionBody } from "../../app/core/articles/edition.ts";
import type { SearchDocument } from "../../app/core/search/document.ts";
import { articleDocument, gateDocument } from "../../app/core/search/make-document.ts";
import { factReader } from "../../app/server/readers/fact-reader.server.ts";
import { readStarter } from "../../app/server/starter/read-starter.server.ts";

const STARTER = new URL("../../prisma/starter/", import.meta.url).pathname;

/** The starter content as search gets it once it has been published. */
export function starterDocuments(): SearchDocument[] {
  const names = readdirSync(STARTER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  const starter = readStarter(Object.fromEntries(names.map((name) => [name.replaceAll("\\", "/"), readFileSync(join(STARTER, name), "utf8")])));
  const facts = Object.fromEntries(starter.facts.map((fact) => [fact.key, fact]));
  const articles = starter.articles.map(({ slug, sourceLang, tree, about, texts }) => {
    const article = { id: slug, slug, sourceLang, revision: 1, tree, about, withdrawnAt: null };
    return articleDocument(slug, makeEditionBody(article, texts, facts), factReader);
  });
  return [...articles, ...starter.gates.map((gate) => gateDocument(gate, facts, factReader))];
}
