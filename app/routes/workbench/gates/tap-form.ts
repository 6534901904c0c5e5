import type { AppLoadContext } from "@remix-run/node";
import { AppError } from "../../../core/errors.ts";
import type { Direction, Flow } from "../../../core/facts/gate.ts";
import { hanoiInstant, REASONS, type Report } from "../../../core/facts/gate-report.ts";
import type { Observation } from "../../../core/facts/gate-status.ts";
import { type ByLang, byLang } from "../../../core/language/languages.ts";
import { OTHER_REASON } from "../../../ui/workbench/gates/tap.ts";
import { signedIn } from "../signed-in.ts";

/**
 * Does what a tap's form says of a gate: reports, or takes back. A form without `at` was tapped now.
 * @throws AppError as the use-cases do, `bad_request` for another intent
 */
export async function takeTap(context: AppLoadContext, gate: string, form: FormData): Promise<void> {
  const { useCases } = context.app;
  const field = (name: string): string => String(form.get(name) ?? "");
  const id = field("id");
  const at = field("at") ? new Date(field("at")) : new Date();
  switch (field("intent")) {
    case "report":
      await useCases.reportObservation(signedIn(context), { id, at, gate, ...saidIn(context, field) });
      return;
    case "take-back":
      await useCases.takeBackObservation(signedIn(context), { id, at, of: field("of") });
      return;
    default:
      throw new AppError("bad_request");
  }
}

function saidIn(context: AppLoadContext, field: (name: string) => string): Pick<Report, "flow" | "direction" | "state" | "waitMinutes" | "reason" | "until"> {
  const until = field("until") ? hanoiInstant(field("until")) : null;
  if (field("until") && !until) throw new AppError("invalid", { field: "until" });
  return {
    // What these may be is the use-case's to check.
    flow: field("flow") as Flow,
    direction: (field("direction") || null) as Direction | null,
    state: field("state") as Observation["state"],
    waitMinutes: field("wait") ? Number(field("wait")) : null,
    reason: reasonOf(context, field),
    until,
  };
}

/** A reason that stands ready, in each language's words of today; or one that was typed in each. */
function reasonOf({ app }: AppLoadContext, field: (name: string) => string): ByLang<string> | null {
  const chosen = field("reason");
  if (chosen === "") return null;
  if (chosen === OTHER_REASON) return byLang((lang) => field(`reason.${lang}`));
  const known = REASONS.find((reason) => reason === chosen);
  if (!known) throw new AppError("invalid", { field: "reason" });
  return byLang((lang) => app.strings.instance(lang).getFixedT(lang, "workbench")(`gates.reasons.${known}`));
}
