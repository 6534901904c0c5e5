import { isHash } from "../core/articles/picture.ts";
import type { Recording } from "../core/displays/playlist.ts";
import { AppError } from "../core/errors.ts";
import { type ByLang, byLang, DEFAULT_LANG, LANGS } from "../core/language/languages.ts";
import { cleanText } from "../core/language/text.ts";
import { keyFrom } from "../core/people/key.ts";
import { readNames } from "../core/people/site.ts";
import { allow, allowAt } from "./allow.ts";
import type { Actor, Ports } from "./ports.ts";

export interface PutRecording {
  /** Null: a new one, whose lasting key is made from its name. */
  key: string | null;
  /** The revision that was on screen; 0 for a new one. */
  revision: number;
  name: ByLang<string>;
  /** What is said, word for word. */
  script: ByLang<string>;
  /** Hashes of clips that were uploaded before. */
  clips: ByLang<string>;
}

const LONGEST_SCRIPT = 5_000;

/**
 * Keeps a recording in every language, or changes one. Recordings belong to every site: only a grant without a limit to sites may.
 * @param input `key` given and not there yet: it is made under it, for a notice by its slug
 * @returns its key and its revision from now on
 * @throws AppError `not_allowed`, `clash`, `invalid` (`fields`, or `field`: "name"), `bad_text`
 */
export async function putRecording(ports: Ports, actor: Actor, input: PutRecording): Promise<{ key: string; revision: number }> {
  allow(actor, "displays.manage");
  allowAt(actor, "displays.manage", { sites: [] });
  const name = readNames(input.name);
  const script = byLang((lang) => cleanText(input.script[lang]));
  const isWhole = LANGS.every((lang) => script[lang] !== "" && script[lang].length <= LONGEST_SCRIPT);
  const hashes = [...new Set(LANGS.map((lang) => input.clips[lang]))];
  return ports.write(async (tx) => {
    const kept = await tx.recordings.clipsAmong(hashes.filter(isHash));
    const fields = [...(isWhole ? [] : ["script"]), ...(kept.length === hashes.length ? [] : ["clips"])];
    if (input.key !== null && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(input.key)) fields.push("key");
    if (fields.length) throw new AppError("invalid", { fields });
    const before = input.key === null ? null : await tx.recordings.byKey(input.key);
    if (input.revision !== (before?.revision ?? 0)) throw new AppError("clash");

    const key = input.key ?? keyFrom(name[DEFAULT_LANG], await tx.recordings.keys());
    const recording: Recording = { key, name, script, clips: byLang((lang) => input.clips[lang]), revision: input.revision + 1 };
    if (!(await tx.recordings.put(recording))) throw new AppError("clash");
    const note = { act: "recording.change", object: `recording:${key}`, by: actor.id, at: ports.now() } as const;
    await tx.audit.note({ ...note, before: before ?? undefined, after: recording });
    await tx.announce({ kind: "playlist", playlist: key });
    return { key, revision: recording.revision };
  });
}

/**
 * Removes a recording that no playlist plays.
 * @throws AppError `not_allowed`, `not_found`, `invalid` (`fields`: keys of the playlists that still play it)
 */
export async function removeRecording(ports: Ports, actor: Actor, { key }: { key: string }): Promise<void> {
  allow(actor, "displays.manage");
  allowAt(actor, "displays.manage", { sites: [] });
  await ports.write(async (tx) => {
    const before = await tx.recordings.byKey(key);
    if (!before) throw new AppError("not_found");
    const fields = await tx.playlists.playing(key);
    if (fields.length) throw new AppError("invalid", { fields });
    await tx.recordings.remove(key);
    await tx.audit.note({ act: "recording.change", object: `recording:${key}`, by: actor.id, at: ports.now(), before });
    await tx.announce({ kind: "playlist", playlist: key });
  });
}
