/** The gate that was looked at last in this browser: the next shift begins there. */
const NAME = "gate";
const PATH = "/workbench/gates";
const ONE_YEAR_S = 365 * 24 * 3600;

/** @returns the gate's key as the cookie holds it, whatever it is worth; null without one */
export function rememberedGate(request: Request): string | null {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1) || null;
}

/** The Set-Cookie header. `secure`: whether people reach the portal through TLS. */
export const rememberGate = (gate: string, { secure }: { secure: boolean }): string =>
  `${NAME}=${encodeURIComponent(gate)}; Path=${PATH}; Max-Age=${ONE_YEAR_S}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
