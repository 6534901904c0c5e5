import type { ActionFunctionArgs } from "@remix-run/node";
import { AppError } from "../../../core/errors.ts";
import { readKioskMessage } from "../../../core/messages/kiosk-message.ts";

export const handle = { access: { loader: "public", action: "public" }, audience: "display" } as const;

/** There is nothing to read here. */
export function loader(): never {
  throw new AppError("not_found");
}

/**
 * What a visitor wrote at a kiosk that is not paired: answered with the number by which the answer will be found. Faults come back field
 * by field. Paired kiosks send the same to /display/messages.
 */
export async function action({ request, context: { app, address, page } }: ActionFunctionArgs) {
  const message = readKioskMessage(await request.json().catch(() => null));
  if (!message) throw new AppError("bad_request");
  try {
    const { number } = await app.useCases.sendMessage({ ...message, address });
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
