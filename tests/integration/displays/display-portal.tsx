import type { DisplayKind, DisplaySettings } from "../../../app/core/displays/display.ts";
import type { App } from "../../../app/server/app.server.ts";
import type { Database } from "../../../app/server/db/database.server.ts";
import { wantedManifests } from "../../../app/server/displays/wanted.server.ts";
import { openOutbox } from "../../../app/server/events/outbox.server.ts";
import { newId } from "../../../app/server/ids.server.ts";
import { openMedia } from "../../../app/server/media/media.server.ts";
import { displayReaders } from "../../../app/server/readers/displays.server.ts";
import { limits } from "../../../app/server/sessions/limits.server.ts";
import { secrets } from "../../../app/server/sessions/secrets.server.ts";
import { askPairing } from "../../../app/use-cases/ask-pairing.ts";
import { confirmPairing } from "../../../app/use-cases/confirm-pairing.ts";
import { noteReport } from "../../../app/use-cases/note-report.ts";
import type { Actor, ClipPorts } from "../../../app/use-cases/ports.ts";
import { sendMessage } from "../../../app/use-cases/send-message.ts";
import { renewDisplayToken, takeDisplayToken } from "../../../app/use-cases/take-display-token.ts";
import { takeReceipts } from "../../../app/use-cases/take-receipts.ts";
import { actor } from "../actors.ts";
import { member } from "../db/samples.ts";
import { serve } from "../http-portal.tsx";
import { type Device, device } from "./device.ts";

export const technician = actor("t1", "technician");

const bootRoute = {
  id: "boot",
  path: "display",
  module: { handle: { access: { loader: "public" }, hydrate: true, audience: "display" }, default: () => <main>boot</main> },
};

/** Static files as a build would have them: what the page names, and what those name. */
const FILES: Record<string, string> = {
  "/assets/entry.js": 'import"./part-abcd1234.js"',
  "/assets/boot.js": 'const load=()=>import("./later-abcd1234.js")',
  "/assets/part-abcd1234.js": "1",
  "/assets/later-abcd1234.js": '["assets/look-abcd1234.css"]',
  "/assets/look-abcd1234.css": "@font-face{src:url(/assets/letters-abcd1234.woff2)}",
  "/assets/letters-abcd1234.woff2": "letters",
  "/assets/secret-abcd1234.js": "nobody names it",
};

/** Two gates and somebody who looks after displays: what every test here needs. */
export async function ground(db: Database): Promise<void> {
  const names = { vi: "A", zh: "B" };
  await db.write(async (tx) => {
    await tx.members.insert(member("t1", ["technician"]));
    for (const [position, key] of ["huu-nghi", "chi-ma"].entries())
      await tx.places.putGate({
        key,
        position,
        name: { vi: key, zh: key },
        nameMark: { vi: "confirmed", zh: "confirmed" },
        opposite: null,
        markers: null,
        kinds: [],
        hours: {},
        agency: "a",
        summary: names,
      });
  });
}

/** A portal over a real database that answers devices, as one process of perhaps several. */
export async function openDisplayPortal(db: Database, dataDir: string, { now = () => new Date() }: { now?: () => Date } = {}) {
  const base = { write: db.write, now, newId, baseStrings: () => ({}), secrets };
  const media = openMedia(dataDir, null);
  const ports = { ...base, limits: limits(base), clips: media.clips } as unknown as ClipPorts;
  const outbox = await openOutbox(db, { pollEvery: 20 });
  const displays = wantedManifests();
  const useCases = {
    askPairing: (input: Parameters<typeof askPairing>[1]) => askPairing(ports, input),
    takeDisplayToken: (secret: string) => takeDisplayToken(ports, secret),
    renewDisplayToken: (...given: [Parameters<typeof renewDisplayToken>[1], Parameters<typeof renewDisplayToken>[2]]) => renewDisplayToken(ports, ...given),
    noteReport: (...given: [string, Parameters<typeof noteReport>[2]]) => noteReport(ports, ...given),
    sendMessage: (input: Parameters<typeof sendMessage>[1]) => sendMessage(ports, input),
    takeReceipts: (...given: [string, Parameters<typeof takeReceipts>[2]]) => takeReceipts(ports, ...given),
  };
  const portal = await serve([bootRoute], {
    env: { APP_ORIGIN: "http://gate.test" },
    now,
    file: async (path) => (FILES[path] === undefined ? null : Buffer.from(FILES[path])),
    parts: ({ settings, strings }) =>
      ({ db, outbox, media, displays, useCases, readers: { displays: displayReaders({ db, now, strings }, settings.origin) } }) as unknown as Partial<App>,
  });
  return {
    ports,
    outbox,
    displays,
    portal,
    port: portal.port,
    device: (): Device => device(portal.port, portal.origin),
    /** A device that somebody has paired: the code is typed, the token taken. */
    async paired({ site = "huu-nghi", kind = "kiosk", settings = null, by = technician }: Paired = {}): Promise<Device & { id: string }> {
      const one = device(portal.port, portal.origin);
      const { code } = (await one.ask("/display/pairing", { method: "POST", body: { width: 1920, height: 1080 } })).json();
      const { id } = await confirmPairing(ports, by, { code: String(code), name: "K", site, kind, size: null, settings });
      // As the workbench does before it answers its technician: the pairing has been told before the device asks.
      await outbox.catchUp();
      const answer = await one.ask("/display/pairing");
      if (answer.json().state !== "paired") throw new Error(`not paired: ${answer.bytes}`);
      return { ...one, id };
    },
    async close() {
      await portal.close();
      await outbox.close();
      await media.close();
    },
  };
}

interface Paired {
  site?: string;
  kind?: DisplayKind;
  settings?: DisplaySettings | null;
  by?: Actor;
}

export type DisplayPortal = Awaited<ReturnType<typeof openDisplayPortal>>;

export const report = (manifest: string | null = null) => ({
  manifest,
  clockOffset: 3,
  storage: { used: 1, quota: 2 },
  showing: "attract",
  lang: null,
  errors: [],
  ordersDone: [] as string[],
  build: "b1",
  startedAt: "2026-11-23T05:00:00.000Z",
});

export const receipt = (number: number, at = "2026-11-23T05:00:00.000Z") => ({ number, item: "n1", lang: "vi", at, seconds: 10 });
