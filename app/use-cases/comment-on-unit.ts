import { AppError } from "../core/errors.ts";
import { cleanText } from "../core/language/text.ts";
import { type Comment, MAX_COMMENT, mentionsIn, noteOf } from "../core/translation/comment.ts";
import { type Owner, textHash } from "../core/translation/wording.ts";
import { STRUCTURE_UNIT } from "../core/workflow/approval.ts";
import { allow, allowAt } from "./allow.ts";
import { loadPlace, loadWords } from "./load-words.ts";
import type { Actor, Ports } from "./ports.ts";

export interface CommentOnUnit {
  owner: Owner;
  unit: string;
  text: string;
}

/**
 * Says something about a unit. Whoever is named in it by `@` finds it in the inbox, but for its writer.
 * @throws AppError not_allowed, not_found, bad_text, too_large, invalid (`text`: nothing was said)
 */
export async function commentOnUnit(ports: Ports, actor: Actor, { owner, unit, text: typed }: CommentOnUnit): Promise<Comment> {
  allow(actor, "words.read");
  const text = cleanText(typed);
  if (!text) throw new AppError("invalid", { field: "text" });
  if (text.length > MAX_COMMENT) throw new AppError("too_large", { limit: MAX_COMMENT });
  return ports.write(async (tx) => {
    const place = unit === STRUCTURE_UNIT ? await loadPlace(ports, tx, owner) : (await loadWords(ports, tx, owner, unit)).place;
    allowAt(actor, "words.read", place);
    const at = ports.now();
    const mentions = mentionsIn(text, await tx.comments.nameable());
    const comment: Comment = { id: ports.newId(), owner, unit, text, mentions, by: actor.id, at, resolvedAt: null, resolvedBy: null };
    await tx.comments.add(comment);
    await tx.inbox.add(
      mentions
        .filter((memberId) => memberId !== actor.id)
        .map((memberId) => ({ memberId, kind: "mentioned" as const, owner, unit, note: noteOf(text), by: actor.id, at })),
    );
    await tx.audit.note({ act: "comment.add", object: owner, by: actor.id, at, after: { unit, comment: comment.id, text: textHash(text), mentions } });
    return comment;
  });
}
