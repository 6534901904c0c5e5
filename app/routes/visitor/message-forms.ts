import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { AppError } from "../../core/errors.ts";
import type { Lang } from "../../core/language/languages.ts";
import type { DraftFaults } from "../../core/messages/draft.ts";
import type { MessageKind } from "../../core/messages/message.ts";
import { type Place, placeOfTopic, readPlace } from "../../core/messages/place.ts";
import { SWITCH } from "../../ui/visitor/language-buttons.tsx";
import type { Tried, Typed } from "../../ui/visitor/message-form.tsx";
import { replyPath } from "../../ui/visitor/paths.ts";

/** No cache, and no history of a service worker, may hold what somebody typed. */
export const NOT_KEPT = { "Cache-Control": "no-store" };

/** What a link has filled in already: where it comes from, and what was searched for in vain. */
export function typedInLink(request: Request, kind: MessageKind): Typed {
  const { searchParams } = new URL(request.url);
  const field = (name: string, most: number): string => (searchParams.get(name) ?? "").slice(0, most);
  return {
    kind,
    text: field("text", 1_000),
    topic: field("topic", 100),
    contact: "",
    consent: false,
    from: field("from", 500),
    segment: field("segment", 100),
  };
}

/**
 * What every form for a message does: sends what was filled in, and leads to the number under which its answer will be found. When
 * it could not be sent, and when it is only to be shown in the other language, it comes back as it was filled in.
 */
export async function sendFrom({ request, context: { app, lang, address, page } }: ActionFunctionArgs, kinds: readonly [MessageKind, ...MessageKind[]]) {
  const form = await readForm(request);
  const field = (name: string): string => String(form.get(name) ?? "");
  const typed: Typed = {
    kind: kinds.find((kind) => kind === field("kind")) ?? kinds[0],
    text: field("text"),
    topic: field("topic"),
    contact: field("contact"),
    consent: form.has("consent"),
    from: field("from"),
    segment: field("segment"),
  };
  if (form.has(SWITCH)) return data<Tried>({ typed, faults: {}, refused: null });
  try {
    const { kind, text, contact, consent } = typed;
    const { number } = await app.useCases.sendMessage({ kind, lang, text, contact, consent, trap: field("trap"), place: placeOf(lang, typed), address });
    return redirect(`${replyPath(lang)}?${new URLSearchParams({ number })}`, 303);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, details, status } = error;
    if (code === "invalid") return data<Tried>({ typed, faults: details.faults as DraftFaults, refused: null }, status);
    const seconds = Number(details.retryAfterSeconds ?? 0);
    if (seconds > 0) page.retryAfter(seconds);
    return data<Tried>({ typed, faults: {}, refused: { code, minutes: Math.max(1, Math.ceil(seconds / 60)) } }, status);
  }
}

const placeOf = (lang: Lang, { topic, from, segment }: Typed): Place | null => readPlace(from, segment) ?? placeOfTopic(lang, topic);

/** @throws AppError `bad_request` for what no form sends */
async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new AppError("bad_request");
  }
}

/** Which of its kinds a link to the feedback page asks for. */
export const kindInLink = (request: Request): MessageKind => (new URL(request.url).searchParams.get("kind") === "difference" ? "difference" : "feedback");
