import type { Crop } from "../../../../core/articles/picture.ts";
import { STATUS } from "../../../../core/errors.ts";
import type { PictureAnswer, UploadChoice } from "./answers.ts";

const PATH = "/workbench/pictures";
/** A large photo over a weak link takes its time. Milliseconds. */
const PATIENCE_MS = 120_000;

/** An upload as it is kept; members see it at this address. */
export const originalPath = (hash: string): string => `${PATH}/${hash}`;

/** Uploads a picture. Never throws: whatever happens is an answer. */
export const sendPicture = (file: File, rights: string): Promise<PictureAnswer> => ask({ file, rights });

/** Has a part of an upload made into what an article shows. Never throws. */
export const sendCrop = (original: string, crop: Crop): Promise<PictureAnswer> =>
  ask({ original, ...Object.fromEntries(Object.entries(crop).map(([side, value]) => [side, String(value)])) });

/** The newest uploads; none where they are not to be had. */
export async function askUploads(): Promise<UploadChoice[]> {
  try {
    const answer = (await (await fetch(PATH, { headers: { Accept: "application/json" } })).json()) as { pictures?: UploadChoice[] };
    return answer.pictures ?? [];
  } catch {
    return [];
  }
}

async function ask(fields: Record<string, string | File>): Promise<PictureAnswer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  try {
    const response = await fetch(PATH, {
      method: "POST",
      headers: { Accept: "application/json" },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer: unknown = await response.json();
    if (typeof answer === "object" && answer !== null && "kind" in answer) return answer as PictureAnswer;
    const code = (answer as { error?: { code?: string } } | null)?.error?.code ?? "";
    return { kind: "refused", code: code in STATUS ? (code as keyof typeof STATUS) : "internal" };
  } catch {
    return { kind: "refused", code: "unreachable" };
  }
}
