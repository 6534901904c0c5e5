import type { DisplayIdentity } from "../../../core/displays/display.ts";
import type { Report } from "../../../core/displays/protocol.ts";
import type { PairingView } from "./pairing.ts";
import type { Stage } from "./stage.ts";

/** What the device has to show. */
export type DeviceView =
  /** Nothing is known yet; `away`: and the server, which may know more, does not answer. */
  | { screen: "starting"; away: boolean }
  | ({ screen: "pairing" } & PairingView)
  /** Paired, but nothing is there yet that can be shown. */
  | { screen: "filling"; away: boolean }
  | { screen: "playing"; stage: Stage };

/** For the technician's card. */
export interface DeviceFacts {
  identity: DisplayIdentity | null;
  held: string | null;
  wanted: string | null;
  lastContact: Date | null;
  connected: boolean;
  clockOffset: number | null;
  storage: Report["storage"];
  lasting: boolean;
  waitingReceipts: number;
  errors: Report["errors"];
  build: string;
  startedAt: Date;
}

export interface Device {
  view(): DeviceView;
  /** Whether it is to show its name. */
  identifying(): boolean;
  identity(): DisplayIdentity | null;
  now(): Date;
  subscribe(listener: () => void): () => void;
  facts(): Promise<DeviceFacts>;
  /** Forgets everything, and asks for a new code. */
  unpair(): Promise<void>;
  trouble(message: string): void;
  /** Told by the service worker: what it was to hand out is not what it was. */
  foundBroken(sha256: string): void;
  stop(): void;
}
