import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

export type Header = readonly [name: string, value: string];

export interface SecurityHeaders {
  /** For every answer. Its policy lets no inline script run and names no nonce: such pages may be cached. */
  plain: readonly Header[];
  /** The policy of a page that hydrates. */
  policyWith(nonce: string): string;
  /** The same for a page that is the same bytes for everyone: its inline scripts are let in by their SHA-256 (base64). */
  policyWithHashes(hashes: readonly string[]): string;
}

/** Stands in the policy where a page's nonce goes. */
const NONCE = "NONCE";

/**
 * The headers, computed once. Without TLS there is no HSTS, no upgrade of requests, and none of the headers that browsers
 * ignore with a complaint outside secure contexts. In development Vite puts styles into the page and keeps a socket open.
 */
export function securityHeaders({ secure, development }: { secure: boolean; development: boolean }): SecurityHeaders {
  const policy = (scripts: string[]) => ({
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", ...scripts],
    styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
    imgSrc: ["'self'", "data:"],
    connectSrc: development ? ["'self'", "ws:"] : ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  });
  const headersWith = (scripts: string[]): Header[] =>
    collect(
      helmet({
        contentSecurityPolicy: { useDefaults: false, directives: policy(scripts) },
        referrerPolicy: { policy: "strict-origin-when-cross-origin" },
        frameguard: { action: "deny" },
        strictTransportSecurity: secure && { maxAge: 31_536_000, includeSubDomains: false },
        crossOriginOpenerPolicy: secure,
        originAgentCluster: secure,
        // For browsers that no longer exist.
        xDownloadOptions: false,
        xPermittedCrossDomainPolicies: false,
        xXssProtection: false,
      }),
    );
  const hydrated = headersWith([`'nonce-${NONCE}'`]).find(([name]) => name === POLICY)?.[1] ?? "";
  return {
    plain: headersWith([]),
    policyWith: (nonce) => hydrated.replace(NONCE, nonce),
    policyWithHashes: (hashes) => hydrated.replace(`'nonce-${NONCE}'`, hashes.map((hash) => `'sha256-${hash}'`).join(" ")),
  };
}

/** The header's name, as it stands among the plain ones. */
export const POLICY = "content-security-policy";
/** Who may show an answer inside a page of theirs; a route may say more than `same-origin`, as of pictures for shared links. */
export const SHARING = "cross-origin-resource-policy";

function collect(middleware: ReturnType<typeof helmet>): Header[] {
  const headers = new Map<string, string>();
  const response = {
    setHeader: (name: string, value: string) => headers.set(name.toLowerCase(), value),
    removeHeader: (name: string) => headers.delete(name.toLowerCase()),
  };
  middleware({} as IncomingMessage, response as unknown as ServerResponse, (error) => {
    if (error) throw error;
  });
  return [...headers];
}
