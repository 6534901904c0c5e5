import { AppError } from "../core/errors.ts";
import type { Comment } from "../core/translation/comment.ts";
import { allow, allowAt } from "./allow.ts";
import { loadPlace } from "./load-words.ts";
import type { Actor, Ports } from "./ports.ts";

export interface ResolveComment {
  id: string;
  /** False: it is open again. */
  resolved: boolean;
}

/**
 * Notes that what was said is dealt with, or that it is not after all. Doing it twice changes nothing.
 * @throws AppError not_allowed, not_found
 */
export async function resolveComment(ports: Ports, actor: Actor, { id, resolved }: ResolveComment): Promise<Comment> {
  allow(actor, "words.read");
  return ports.write(async (tx) => {
    const comment = await tx.comments.byId(id);
    if (!comment) throw new AppError("not_found");
    allowAt(actor, "words.read", await loadPlace(ports, tx, comment.owner));
    if ((comment.resolvedAt !== null) === resolved) return comment;
    const at = ports.now();
    const settled = { ...comment, resolvedAt: resolved ? at : null, resolvedBy: resolved ? actor.id : null };
    await tx.comments.settle(id, settled.resolvedAt, settled.resolvedBy);
    const after = { unit: comment.unit, comment: id };
    await tx.audit.note({ act: resolved ? "comment.resolve" : "comment.reopen", object: comment.owner, by: actor.id, at, after });
    return settled;
  });
}
