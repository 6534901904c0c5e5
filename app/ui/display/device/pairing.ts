import type { DisplayIdentity } from "../../../core/displays/display.ts";
import type { PairingOffer, PairingState, PairingWish } from "../../../core/displays/protocol.ts";
import type { AskInit } from "./server-asking.ts";

export interface PairingView {
  /** Null: none was given yet. */
  offer: PairingOffer | null;
  /** The server does not answer. */
  away: boolean;
}

/** How often the server is asked whether a technician has typed the code; and after it was away (ms). */
const WAITS = { asking: [2_000, 4_000], away: [3_000, 8_000] } as const;

interface PairingPorts {
  ask(path: string, init?: AskInit): Promise<Response>;
  wish(): Promise<PairingWish>;
  /** The server's clock. */
  now(): Date;
  show(view: PairingView): void;
  /** Keeps the code for a page that is loaded again. */
  keep(offer: PairingOffer | null): void;
  paired(identity: DisplayIdentity): void;
}

/**
 * Asks for a code, shows it, and looks whether it was typed; a code whose time is over is followed by another one, and a server that was
 * away is asked again, until the device is paired.
 * @param kept a code that an earlier page was given
 * @returns the way to stop
 */
export function startPairing(kept: PairingOffer | null, { ask, wish, now, show, keep, paired }: PairingPorts): () => void {
  let offer = kept;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const isOver = () => offer === null || Date.parse(offer.expiresAt) <= now().getTime();

  async function state(): Promise<PairingState> {
    const answer = await ask("/display/pairing");
    if (answer.status === 401 || answer.status === 404) return { state: "expired" };
    if (!answer.ok) throw new Error(`pairing: ${answer.status}`);
    return (await answer.json()) as PairingState;
  }

  async function newOffer(): Promise<PairingOffer> {
    const answer = await ask("/display/pairing", { method: "POST", body: await wish() });
    if (!answer.ok) throw new Error(`pairing: ${answer.status}`);
    return (await answer.json()) as PairingOffer;
  }

  async function look(): Promise<void> {
    let away = false;
    try {
      const found: PairingState = offer ? await state() : { state: "expired" };
      if (stopped) return;
      if (found.state === "paired") return paired(found.identity);
      if (found.state === "expired" || isOver()) {
        offer = await newOffer();
        if (stopped) return;
        keep(offer);
      }
    } catch {
      away = true;
      if (isOver()) offer = null;
    }
    if (stopped) return;
    show({ offer, away });
    const [least, most] = WAITS[away ? "away" : "asking"];
    timer = setTimeout(look, least + Math.random() * (most - least));
  }

  // A kept code is not shown before the server was asked: by a power cut the browser may have lost the cookie that belongs to it.
  show({ offer: null, away: false });
  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
