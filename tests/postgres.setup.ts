/** For runs that bring no PostgreSQL (`vitest`, `playwright` by themselves): starts one, and stops it when they end. */
import { startPostgres } from "./postgres.mjs";

export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.TEST_POSTGRES_URL || process.env.SKIP_POSTGRES) return async () => {};
  const { url, stop } = await startPostgres();
  process.env.TEST_POSTGRES_URL = url;
  return stop;
}
