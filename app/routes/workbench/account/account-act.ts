import type { AppLoadContext } from "@remix-run/node";
import { AppError } from "../../../core/errors.ts";
import type { AccountIntent } from "../../../ui/workbench/people/account-page.tsx";
import type { Done } from "../../../ui/workbench/people/done-note.tsx";
import type { DrawnKey } from "../../../ui/workbench/people/second-factor-sheet.tsx";
import type { OpenSession } from "../../../use-cases/open-session.ts";
import { signedIn } from "../signed-in.ts";

/** What came of it: something done, with a new session for this browser where the old ones ended; or a key to be shown. */
export type AccountDone = { what: Done; session?: OpenSession; drawn?: never } | { what?: never; session?: never; drawn: DrawnKey };

const INTENTS: readonly AccountIntent[] = ["account", "password", "revoke", "sign-out-others", "set-up", "confirm", "remove"];

/** @throws AppError `bad_request` */
export function intentOf(form: FormData): AccountIntent {
  const intent = INTENTS.find((one) => one === form.get("intent"));
  if (!intent) throw new AppError("bad_request");
  return intent;
}

/** Does what one of the page's forms says, to the account of who asks. */
export async function accountAct(context: AppLoadContext, request: Request, intent: AccountIntent, form: FormData): Promise<AccountDone> {
  const { useCases, sessions, images } = context.app;
  const member = signedIn(context);
  const field = (name: string): string => String(form.get(name) ?? "");
  switch (intent) {
    case "account":
      await useCases.changeAccount(member, { name: field("name"), lang: field("lang") });
      return { what: "account" };
    case "password": {
      const userAgent = request.headers.get("user-agent") ?? "";
      return { what: "password", session: await useCases.changePassword(member, { current: field("current"), wanted: field("wanted"), userAgent }) };
    }
    case "revoke":
      await useCases.revokeSession(member, field("session"));
      return { what: "revoked" };
    case "sign-out-others":
      await useCases.signOutEverywhere(member, { id: member.id, keep: await sessions.secretOf(request) });
      return { what: "signed-out" };
    case "set-up": {
      const { key, address } = await useCases.setUpSecondFactor(member, field("current"));
      const svg = await images.qr(address);
      return { drawn: { secret: key, picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}` } };
    }
    case "confirm":
      await useCases.confirmSecondFactor(member, field("code"));
      return { what: "factor-on" };
    case "remove":
      await useCases.removeSecondFactor(member, { id: member.id, password: field("current") });
      return { what: "factor-removed" };
  }
}
