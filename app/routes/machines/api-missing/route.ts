import { AppError } from "../../../core/errors.ts";

export const handle = { access: { loader: "public" } } as const;

/** Any other address of the API: missing, said in JSON. */
export function loader(): never {
  throw new AppError("not_found");
}
