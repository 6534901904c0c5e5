import { AppError } from "../../../core/errors.ts";

export const handle = { access: { loader: "public" }, audience: "visitor" } as const;

/** Any other path within a language: missing, said in that language by the layout. */
export async function loader(): Promise<never> {
  throw new AppError("not_found");
}

export default function Missing() {
  return null;
}
