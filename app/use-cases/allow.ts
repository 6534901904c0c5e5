import { AppError } from "../core/errors.ts";
import { type Action, may } from "../core/people/roles.ts";
import type { Actor } from "./ports.ts";

/**
 * The guard that stands inside every use-case, whatever asked for it.
 * @throws AppError `not_allowed`
 */
export function allow(actor: Actor, action: Action): void {
  if (!may(actor.roles, action)) throw new AppError("not_allowed", { action });
}
