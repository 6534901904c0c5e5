import type { Ports } from "./ports.ts";

/** Removes what is over: messages past the days that their form promised, windows of counting, sessions. In short transactions. */
export async function purgeExpired(ports: Ports): Promise<void> {
  const now = ports.now();
  await ports.write(async (tx) => {
    await tx.rateLimits.removeExpired(now);
    await tx.sessions.removeExpired(now);
  });
  while ((await ports.write((tx) => tx.messages.removeExpired(now))) > 0);
}
