import type { ActionFunctionArgs } from "@remix-run/node";
import { AppError } from "../../../core/errors.ts";
import { isLang } from "../../../core/language/languages.ts";
import { placeOfTopic, readPlace } from "../../../core/messages/place.ts";

export const handle = { access: { loader: "public", action: "public" }, audience: "display" } as const;

/** There is nothing to read here. */
export function loader(): never {
  throw new AppError("not_found");
}

/** What a visitor wrote at a kiosk: answered with the number by which the answer will be found. Faults come back field by field. */
export async function action({ request, context: { app, address, page } }: ActionFunctionArgs) {
  const { kind, lang, text, contact, consent, topic, from } = await readBody(request);
  if (!isLang(lang) || (kind !== "question" && kind !== "feedback")) throw new AppError("bad_request");
  const place = readPlace(asText(from), "") ?? (kind === "question" ? placeOfTopic(lang, asText(topic)) : null);
  try {
    const typed = { text: asText(text), contact: asText(contact), consent: consent === true, trap: "" };
    const { number } = await app.useCases.sendMessage({ ...typed, kind, lang, place, address });
    return Response.json({ number }, { status: 201, headers: NOT_KEPT });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const seconds = Number(error.details.retryAfterSeconds ?? 0);
    if (seconds > 0) page.retryAfter(seconds);
    if (error.code === "invalid") return Response.json({ faults: error.details.faults }, { status: error.status, headers: NOT_KEPT });
    throw error;
  }
}

/** No cache may hold what somebody typed. */
const NOT_KEPT = { "Cache-Control": "no-store" };

const asText = (value: unknown): string => (typeof value === "string" ? value : "");

/** @throws AppError `bad_request` for what no kiosk sends */
async function readBody(request: Request): Promise<Record<string, unknown>> {
  const body: unknown = await request.json().catch(() => null);
  if (typeof body !== "object" || body === null) throw new AppError("bad_request");
  return body as Record<string, unknown>;
}
