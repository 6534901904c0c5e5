/** Lets a portal start from nothing once: the sites of the browser tests begin with a copy of what it left behind (e2e/site.ts). */
import { FIRST_DATA, openSite } from "./e2e/site.ts";

export default async function setup(): Promise<() => Promise<void>> {
  const site = await openSite("sqlite", undefined, "nothing");
  await site.stop();
  process.env[FIRST_DATA] = site.dataDir;
  return () => site.remove();
}
