import { AppError } from "../core/errors.ts";
import { type ByLang, byLang, LANGS } from "../core/language/languages.ts";
import type { Actor, ClipPorts } from "./ports.ts";
import { type PutRecording, putRecording } from "./put-recording.ts";
import { uploadClip } from "./upload-clip.ts";

export type AddRecording = Pick<PutRecording, "key" | "name" | "script"> & {
  /** The bytes of the sound in every language. */
  sounds: ByLang<Uint8Array>;
  rights: string;
};

/**
 * Makes a recording of its sounds, all of them or nothing.
 * @throws AppError as `uploadClip` ("file.<lang>", "length.<lang>" for a sound) and `putRecording` ("script.<lang>")
 */
export async function addRecording(ports: ClipPorts, actor: Actor, { sounds, rights, ...recording }: AddRecording): Promise<{ key: string }> {
  const unsaid = LANGS.filter((lang) => recording.script[lang].trim() === "");
  if (unsaid.length) throw new AppError("invalid", { fields: unsaid.map((lang) => `script.${lang}`) });
  const hashes: [string, string][] = [];
  for (const lang of LANGS)
    hashes.push([
      lang,
      await uploadClip(ports, actor, { kind: "sound", bytes: sounds[lang], rights }).catch((error) => Promise.reject(ofLanguage(error, lang))),
    ]);
  const kept = Object.fromEntries(hashes);
  return putRecording(ports, actor, { ...recording, revision: 0, clips: byLang((lang) => kept[lang] ?? "") });
}

/** Which of the files it was that was refused. */
function ofLanguage(error: unknown, lang: string): unknown {
  const [field] = error instanceof AppError ? ((error.details.fields as string[] | undefined) ?? []) : [];
  return field === "file" || field === "length" ? new AppError("invalid", { fields: [`${field}.${lang}`] }) : error;
}
