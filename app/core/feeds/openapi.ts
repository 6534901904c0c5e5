import { DEFAULT_LANG } from "../language/languages.ts";
import { SCHEMAS } from "./openapi-schemas.ts";

interface Operation {
  summary: string;
  answer: keyof typeof SCHEMAS;
  parameters?: readonly object[];
  refusals: readonly number[];
}

const LIMIT = { name: "limit", in: "query", description: "How many at most.", schema: { type: "integer", minimum: 1, maximum: 200, default: 50 } };
const CURSOR = { name: "cursor", in: "query", description: "`next` of the answer before.", schema: { type: "string", pattern: "^[a-z0-9-]{1,64}$" } };

const SEARCHING = [
  {
    name: "q",
    in: "query",
    required: true,
    description: "In any language, with or without accents, or in pinyin.",
    schema: { type: "string", minLength: 1, maxLength: 200 },
  },
  { name: "lang", in: "query", description: "The language of the passages.", schema: { $ref: "#/components/schemas/Lang", default: DEFAULT_LANG } },
  { ...LIMIT, description: "How many at most; no more than 50 are ranked." },
];

const OPERATIONS: Record<string, Operation> = {
  articles: { summary: "Articles, the newest first.", answer: "ArticleList", parameters: [LIMIT, CURSOR], refusals: [400] },
  "articles/{slug}": {
    summary: "An article whole: one structure, the words of every language, the facts it pins.",
    answer: "ArticleWhole",
    parameters: [{ name: "slug", in: "path", required: true, schema: { type: "string" } }],
    refusals: [404, 410],
  },
  gates: { summary: "The gates in the order of the line, with what holds there now.", answer: "GateList", parameters: [LIMIT, CURSOR], refusals: [400] },
  notices: {
    summary: "Notices that have begun, the newest first; ended ones are marked so.",
    answer: "NoticeList",
    parameters: [LIMIT, CURSOR],
    refusals: [400],
  },
  search: { summary: "What answers a question, best first.", answer: "HitList", parameters: SEARCHING, refusals: [400, 503] },
};

/** The API described for programs (OpenAPI 3.1). Everything is read-only, public and in every language at once. `title`: the portal's name. */
export function openApiDocument(origin: string, title: string): object {
  const paths = Object.entries(OPERATIONS).map(([path, operation]) => [`/${path}`, { get: operationOf(path, operation) }]);
  return {
    openapi: "3.1.0",
    info: {
      title,
      version: "1",
      summary: "What people need to know who cross the border at Lạng Sơn's gates, in Vietnamese and Chinese.",
      description: "Read-only and public. Answers carry an ETag; any site may read them. A refusal says why in every language.",
    },
    servers: [{ url: `${origin}/api/v1` }],
    paths: Object.fromEntries(paths),
    components: { schemas: SCHEMAS },
  };
}

function operationOf(path: string, { summary, answer, parameters, refusals }: Operation): object {
  return {
    operationId: path === "articles/{slug}" ? "article" : path,
    summary,
    ...(parameters && { parameters }),
    responses: {
      200: { description: summary, content: json(answer as string) },
      ...Object.fromEntries(refusals.map((status) => [status, { description: "Refused; the code says why.", content: json("Error") }])),
    },
  };
}

const json = (schema: string): object => ({ "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } });
