import type { Ports } from "./ports.ts";

/** Ends the session whose secret a browser holds. A secret that is not known any more is no error. */
export async function signOut(ports: Ports, secret: string): Promise<void> {
  await ports.write((tx) => tx.sessions.remove(ports.secrets.hash(secret)));
}
