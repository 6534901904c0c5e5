import type { Ports } from "./ports.ts";

/**
 * Counts that somebody looks up a message's number, so that nobody tries them out.
 * @param address the network address that asks
 * @throws AppError `too_many_attempts`
 */
export async function countLookUp(ports: Ports, address: string): Promise<void> {
  await ports.limits.consume("reply-address", address);
}
