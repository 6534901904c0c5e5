import { AppError } from "../core/errors.ts";
import { isLang, type Lang } from "../core/language/languages.ts";
import { cleanText } from "../core/language/text.ts";
import { cleanString } from "../core/strings/clean-string.ts";
import { decideSave, type Owner, textHash, type Wording } from "../core/translation/wording.ts";
import { allow, allowAt } from "./allow.ts";
import { loadWords } from "./load-words.ts";
import type { Actor, KeptEdit, Ports } from "./ports.ts";

export interface SaveWording {
  owner: Owner;
  unit: string;
  lang: Lang;
  text: string;
  /** The revision that was on screen. */
  revision: number;
  /** Hash of the source text that was on screen; ignored when the source itself is saved. */
  sourceHash: string | null;
}

export type SavedWording = { kind: "saved" | "unchanged"; wording: Wording } | { kind: "clash"; theirs: Wording; mine: string };

/**
 * Saves the words of one unit in one language. On a clash the stored words stay, the submitted ones are kept in the history,
 * and both come back.
 * @throws AppError not_allowed, not_found, bad_text, too_large, invalid
 */
export async function saveWording(ports: Ports, actor: Actor, input: SaveWording): Promise<SavedWording> {
  allow(actor, "words.edit");
  if (!isLang(input.lang)) throw new AppError("invalid", { field: "lang" });
  const cleaned = cleanText(input.text);
  return ports.write(async (tx) => {
    const { sourceLang, words, place, brought } = await loadWords(ports, tx, input.owner, input.unit);
    const text = brought ? cleanString(cleaned, brought.texts[input.lang]) : cleaned;
    allowAt(actor, "words.edit", { ...place, lang: input.lang });
    const current = words[input.lang];
    const sourceHash = input.lang === sourceLang ? null : input.sourceHash;
    const decision = decideSave(current, { text, revision: input.revision, sourceHash });
    if (decision.kind === "unchanged") return { kind: "unchanged", wording: current as Wording };

    const at = ports.now();
    const edit: KeptEdit = { id: ports.newId(), owner: input.owner, unit: input.unit, lang: input.lang, text, sourceHash, revision: null, by: actor.id, at };
    if (decision.kind === "clash") {
      await tx.edits.keep([edit]);
      return { kind: "clash", theirs: current as Wording, mine: text };
    }
    const wording: Wording = {
      owner: input.owner,
      unit: input.unit,
      lang: input.lang,
      text,
      sourceHash,
      revision: decision.revision,
      editedBy: actor.id,
      editedAt: at,
    };
    if (!(await tx.wordings.put(wording))) throw new AppError("clash");
    await tx.edits.keep([{ ...edit, revision: decision.revision }]);
    if (brought) await tx.strings.keepBase(brought, at);
    const trace = (one: Pick<Wording, "text" | "revision" | "sourceHash">) => ({
      unit: input.unit,
      lang: input.lang,
      revision: one.revision,
      text: textHash(one.text),
      source: one.sourceHash,
    });
    await tx.audit.note({ act: "wording.save", object: input.owner, by: actor.id, at, ...(current && { before: trace(current) }), after: trace(wording) });
    return { kind: "saved", wording };
  });
}
