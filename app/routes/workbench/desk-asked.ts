import type { AppLoadContext } from "@remix-run/node";
import { isShow } from "../../core/translation/queue.ts";
import type { Owner } from "../../core/translation/wording.ts";
import { type Asked, PANELS } from "../../ui/workbench/desk/answers.ts";

/** What a desk's address asks for: `?unit=`, `?show=`, `?q=`, `?panel=`. Anything unknown is not asked for. */
export async function deskAsked(request: Request, context: AppLoadContext, owner: Owner, units: readonly { unit: string }[]): Promise<Asked> {
  const given = new URL(request.url).searchParams;
  const unit = units.find((one) => one.unit === given.get("unit"))?.unit ?? null;
  const panel = PANELS.find((one) => one === given.get("panel")) ?? null;
  const show = given.get("show");
  const history = unit !== null && panel === "history" ? await context.app.readers.workbench.history(owner, unit) : null;
  return { unit, panel, history, filter: { show: isShow(show) ? show : "all", text: (given.get("q") ?? "").normalize("NFC").trim() } };
}
