import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a request that may change something comes from our own pages. Browsers say so in Sec-Fetch-Site, which no page can
 * forge; where it is missing (no TLS, old browsers) the Origin must be ours. Neither: not from a page at all, and refused too.
 * `Origin: null`, which sandboxes and no-referrer pages send, is nobody's.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = headers["sec-fetch-site"];
  return site === undefined ? headers.origin === origin : site === "same-origin";
}
