import type { TokenWish } from "../../../core/displays/protocol.ts";
import { type AskInit, refusalOf } from "./server-asking.ts";

type Asking = (path: string, init?: AskInit) => Promise<Response>;

/**
 * Asks with the device's token, which travels as a cookie: to a browser that has lost it another one is given for the device's signature.
 * @param sign given the server's time; null: the device can't
 * @param onRefused told when the server says that the token opens nothing, and no other one is to be had
 */
export function withToken(ask: Asking, sign: (at: Date) => Promise<TokenWish> | null, onRefused: () => void): Asking {
  /** One at a time: each token that is given ends the one before. */
  let renewing: Promise<Response | null> | null = null;

  async function renew(answer: Response): Promise<Response | null> {
    const signed = await sign(new Date(answer.headers.get("date") ?? Date.now()));
    return signed && ask("/display/token", { method: "POST", body: signed });
  }

  return async (path, init) => {
    const answer = await ask(path, init);
    const refusal = await refusalOf(answer);
    if (refusal === null) return answer;
    if (refusal === "display_unpaired") {
      renewing ??= renew(answer).finally(() => {
        renewing = null;
      });
      const renewed = await renewing;
      if (renewed?.ok) return ask(path, init);
      if (renewed && (await refusalOf(renewed)) === null) return answer;
    }
    onRefused();
    return answer;
  };
}
