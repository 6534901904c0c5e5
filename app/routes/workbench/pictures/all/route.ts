import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { isHash, LARGEST_UPLOAD, readCrop } from "../../../../core/articles/picture.ts";
import { AppError } from "../../../../core/errors.ts";
import type { PictureAnswer } from "../../../../ui/workbench/editor/picture/answers.ts";
import { attempt } from "../../refusals.ts";
import { signedIn } from "../../signed-in.ts";

/** Beside the picture a form holds its own words. */
const OF_THE_FORM = 64 * 1024;

export const handle = { access: { loader: "words.edit", action: "words.edit" }, audience: "workbench", takes: LARGEST_UPLOAD + OF_THE_FORM } as const;

/** The newest uploads, for who looks for a picture. */
export async function loader({ context }: LoaderFunctionArgs) {
  return Response.json({ pictures: await context.app.readers.workbench.uploads() });
}

/** Where the editor uploads a picture and has a part of one cut out: a form in, JSON out. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData().catch(() => null);
  const { done, refused } = await attempt(() => asked(form, context));
  if (refused) return Response.json({ kind: "refused", code: refused.code } satisfies PictureAnswer, { status: refused.status });
  return Response.json(done);
}

async function asked(form: FormData | null, context: ActionFunctionArgs["context"]): Promise<PictureAnswer> {
  const { useCases } = context.app;
  const member = signedIn(context);
  const [file, original] = [form?.get("file"), form?.get("original")];
  if (file instanceof File) {
    if (file.size > LARGEST_UPLOAD) throw new AppError("too_large", { limit: LARGEST_UPLOAD });
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { kind: "uploaded", upload: await useCases.uploadPicture(member, { bytes, rights: String(form?.get("rights") ?? "") }) };
  }
  const crop = readCrop(Object.fromEntries(["x", "y", "width", "height"].map((side) => [side, Number(form?.get(side) ?? Number.NaN)])));
  if (!isHash(original) || !crop) throw new AppError("bad_request");
  return { kind: "cut", picture: await useCases.cropPicture(member, { original, crop }) };
}
