import { z } from "zod";
import { SECRET_FILE } from "../sessions/own-secret.server.ts";

/** Names of a backup's parts. */
export const MANIFEST = "manifest.json";
export const DATABASE = "cau-noi.db";

/** What this program writes; a change that older programs can't read gets the next number. */
export const FORMAT = 2;
/** The first had no secret: then members' keys lay in the database as they are. */
const READABLE = [1, FORMAT];

/** Where a picture lies in a backup as in a data folder: nothing that could lead elsewhere. */
export const MEDIA_FILE = /^media\/(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*$/;

const file = z.object({
  name: z.string().refine((name) => name === DATABASE || name === SECRET_FILE || MEDIA_FILE.test(name)),
  size: z.int().min(0),
  sha256: z.string().length(64),
});

/** What a backup says of itself: the first of its files. */
export const manifestSchema = z.object({
  format: z.literal(READABLE),
  /** Of the snapshot, ISO 8601. */
  madeAt: z.iso.datetime(),
  generationId: z.string(),
  revision: z.int(),
  migrations: z.array(z.string()),
  /** By table. */
  rows: z.record(z.string(), z.int().min(0)),
  /** Every file but this one, in its order. */
  files: z.array(file),
  /** Hashes of pictures that the database names and whose files were not there. */
  missing: z.array(z.string()),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type BackedUpFile = Manifest["files"][number];
