import type { Prisma, PrismaClient } from "./generated/sqlite/client.ts";

export type Provider = "sqlite" | "postgresql";

type ReadingMethod = "findUnique" | "findUniqueOrThrow" | "findFirst" | "findFirstOrThrow" | "findMany" | "count" | "aggregate" | "groupBy";
type Model = Exclude<keyof PrismaClient, `$${string}` | symbol>;

/**
 * The reading methods of a client, and no others: a write elsewhere than in `write` is an error of types
 * (and the databases refuse it, because the connection behind is read-only).
 */
export type Reads = { readonly [M in Model]: Pick<PrismaClient[M], ReadingMethod & keyof PrismaClient[M]> } & Pick<PrismaClient, "$queryRaw">;

/** The same, inside a snapshot: all its statements see one state of the database. */
export type ReadTx = Reads;

/** The client inside a write, for the files of `tx/` alone. */
export type WriteClient = Prisma.TransactionClient;

/** Plain data for a JSON column. Types of the domain are interfaces, which TypeScript does not take for JSON by itself. */
export const json = (value: object): Prisma.InputJsonObject => value as Prisma.InputJsonObject;
