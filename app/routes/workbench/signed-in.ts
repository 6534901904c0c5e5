import type { AppLoadContext } from "@remix-run/node";
import { AppError } from "../../core/errors.ts";
import type { Member } from "../../core/people/roles.ts";

/**
 * Who asks, behind a guard that lets only members in.
 * @throws AppError `sign_in_needed`
 */
export function signedIn({ member }: AppLoadContext): Member {
  if (!member) throw new AppError("sign_in_needed");
  return member;
}
