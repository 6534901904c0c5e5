import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { readTree } from "../../../../core/articles/read-tree.ts";
import { AppError, STATUS } from "../../../../core/errors.ts";
import { isLang } from "../../../../core/language/languages.ts";
import type { StructureAnswer, Submission } from "../../../../ui/workbench/editor/answers.ts";
import { attempt } from "../../refusals.ts";
import { signedIn } from "../../signed-in.ts";

export const handle = { access: { loader: "public", action: "words.edit" }, audience: "workbench" } as const;

/** Where the editor saves: JSON in, JSON out. */
export async function action({ request, context }: ActionFunctionArgs) {
  const submitted = readSubmission(await request.json().catch(() => null));
  const { done, refused } = await attempt(() => context.app.useCases.saveStructure(signedIn(context), { ...submitted, about: null }));
  if (refused) return Response.json({ kind: "refused", code: refused.code, details: refused.details } satisfies StructureAnswer, { status: refused.status });
  return Response.json(done satisfies StructureAnswer, { status: done.kind === "clash" ? STATUS.clash : 200 });
}

/** @throws AppError `bad_request` */
function readSubmission(data: unknown): Submission {
  const { articleId, revision, lang, tree: nodes, texts, readRevisions } = (data ?? {}) as Partial<Record<keyof Submission, unknown>>;
  const tree = readTree(nodes);
  const isRevision = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  const isRecordOf = <T>(value: unknown, is: (one: unknown) => one is T): value is Record<string, T> =>
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(is);
  const isText = (value: unknown): value is string => typeof value === "string";
  if (!tree || typeof articleId !== "string" || !isRevision(revision) || !isLang(lang) || !isRecordOf(texts, isText) || !isRecordOf(readRevisions, isRevision))
    throw new AppError("bad_request");
  return { articleId, revision, lang, tree, texts, readRevisions };
}

/** Opened as an address, there is nothing here. */
export const loader = () => redirect("/workbench");
