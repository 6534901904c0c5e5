import { AppError } from "../../../core/errors.ts";

export const handle = { access: { loader: "public" }, audience: "workbench" } as const;

/** Every path of the workbench that leads nowhere. */
export function loader(): never {
  throw new AppError("not_found");
}

/** Never drawn; a page for Remix, so that the refusal is one as well. */
export default function Missing() {
  return null;
}
