import { AppError } from "../core/errors.ts";
import { type Action, may, mayAt, type Place } from "../core/people/roles.ts";
import type { Actor } from "./ports.ts";

/**
 * The guard that stands inside every use-case, whatever asked for it.
 * @throws AppError `not_allowed`
 */
export function allow(actor: Actor, action: Action): void {
  if (!may(actor.roles, action)) throw new AppError("not_allowed", { action });
}

/**
 * As `allow`, for just this object: its topic, its sites, the language whose words are meant. Asked inside the transaction, of the
 * object as it is there.
 * @throws AppError `not_allowed`
 */
export function allowAt(actor: Actor, action: Action, place: Place): void {
  if (!mayAt(actor.grants, action, place)) throw new AppError("not_allowed", { action });
}
