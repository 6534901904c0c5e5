import { AppError } from "../../core/errors.ts";

/** Seconds for which an answer of a kind may be shown without asking again. The server tags each, so that asking again costs little. */
export const FRESH = { feed: 300, sitemap: 3600, list: 60 };

export const freshFor = (seconds: number): string => `public, max-age=${seconds}`;

/** An answer of the API: what it says is public, so that any site may read it. `seconds`: how long it holds, at most. */
export function apiAnswer(body: unknown, seconds: number = FRESH.list): Response {
  return Response.json(body, { headers: { "Cache-Control": freshFor(seconds), "Access-Control-Allow-Origin": "*" } });
}

const LIMIT = { least: 1, most: 200, usual: 50 };

export interface Paging {
  limit: number;
  after: string | null;
}

/**
 * Which page of a list is asked for.
 * @throws AppError `bad_request` for a limit outside 1–200, or a cursor that no answer can have given
 */
export function pagingOf(request: Request): Paging {
  const { searchParams } = new URL(request.url);
  const limit = searchParams.get("limit");
  const after = searchParams.get("cursor");
  if (limit !== null && !/^\d{1,3}$/.test(limit)) throw new AppError("bad_request");
  const wanted = limit === null ? LIMIT.usual : Number(limit);
  if (wanted < LIMIT.least || wanted > LIMIT.most) throw new AppError("bad_request");
  if (after !== null && !/^[a-z0-9-]{1,64}$/.test(after)) throw new AppError("bad_request");
  return { limit: wanted, after };
}
