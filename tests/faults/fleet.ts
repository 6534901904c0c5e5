import { Agent, type ClientRequest, request as httpRequest } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { DisplayKind } from "../../app/core/displays/display.ts";
import type { Hello, ManifestWanted, NoticesNow, Receipt } from "../../app/core/displays/protocol.ts";
import { FIRST_SETTINGS } from "../../app/core/displays/settings.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { secrets } from "../../app/server/sessions/secrets.server.ts";

const KINDS: DisplayKind[] = ["kiosk", "led", "speaker"];
const AT_ONCE = 100;

interface Paired {
  id: string;
  token: string;
}

/** So many displays as if they had been paired: at every site, of every kind. */
export async function pairMany(db: Database, count: number, by: string): Promise<Paired[]> {
  const sites = (await db.read.gate.findMany({ orderBy: { position: "asc" } })).map(({ key }) => key);
  const all: Paired[] = [];
  while (all.length < count) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - all.length) }, (_, index) => ({ ...secrets.make(), id: newId(), index: all.length + index }));
    await db.write(async (tx) => {
      for (const { id, hash, index } of some) {
        const [site, kind] = [sites[index % sites.length] ?? "", KINDS[index % KINDS.length] ?? "kiosk"];
        const display = {
          id,
          name: `D${index}`,
          site,
          kind,
          size: null,
          settings: FIRST_SETTINGS,
          revision: 1,
          pairedAt: new Date(),
          pairedBy: by,
          revokedAt: null,
        };
        await tx.displays.insert(display, { tokenHash: hash, key: null, pin: null });
      }
    });
    all.push(...some.map(({ id, secret }) => ({ id, token: secret })));
  }
  return all;
}

/** What one device knows, as a device would. */
export interface SimulatedDisplay {
  id: string;
  /** SHA-256 of the manifest it was told to hold. */
  manifest: string | null;
  /** The notices that hold, as it was last told: "id:edition". */
  notices: Set<string>;
  /** How often it was told of each for the first time. */
  begun: Map<string, number>;
  /** How often it did each order. */
  done: Map<string, number>;
  connected: boolean;
  connections: number;
}

/** Displays that listen, come back when they are cut off, and deliver what they showed until it is taken. */
export interface Fleet {
  displays: SimulatedDisplay[];
  /** Resolves when so it is of every display. @throws Error with how many it is not */
  until(what: (display: SimulatedDisplay) => boolean, withinMs: number): Promise<void>;
  /** Every display showed so many things more. Resolves when the server has taken all of them. */
  show(count: number): Promise<void>;
  close(): void;
}

/** Told whenever a display hears something. */
type Heard = (display: SimulatedDisplay, event: string) => void;

export function openFleet(port: number, paired: readonly Paired[], heard: Heard = () => {}): Fleet {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const streams = new Set<ClientRequest>();
  let closed = false;

  const members = paired.map(({ id, token }) => {
    const display: SimulatedDisplay = { id, manifest: null, notices: new Set(), begun: new Map(), done: new Map(), connected: false, connections: 0 };
    const cookie = `cn_display=${encodeURIComponent(Buffer.from(JSON.stringify(token)).toString("base64"))}`;
    return { display, cookie, waiting: [] as Receipt[], numbered: 0 };
  });
  type Member = (typeof members)[number];

  function send({ cookie }: Member, path: string, body: unknown): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const headers = { cookie, "sec-fetch-site": "same-origin", "content-type": "application/json" };
      const request = httpRequest({ agent, host: "127.0.0.1", port, path, method: "POST", headers }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (more) => {
          text += more;
        });
        response.once("end", () => resolve({ status: response.statusCode ?? 0, text }));
        response.once("error", reject);
      });
      request.once("error", reject);
      request.end(JSON.stringify(body));
    });
  }

  function hear(member: Member, event: string, text: string): void {
    const { display } = member;
    const data = JSON.parse(text) as Partial<Hello & ManifestWanted & NoticesNow>;
    if (data.manifest) display.manifest = data.manifest;
    if (data.notices) {
      const told = new Set(data.notices.map(({ id, edition }) => `${id}:${edition}`));
      for (const one of told) if (!display.notices.has(one)) display.begun.set(one, (display.begun.get(one) ?? 0) + 1);
      display.notices = told;
    }
    const fresh = (data.orders ?? []).filter(({ id }) => !display.done.has(id));
    for (const { id } of fresh) display.done.set(id, (display.done.get(id) ?? 0) + 1);
    heard(display, event);
    if (fresh.length > 0) void report(member);
  }

  async function report(member: Member): Promise<void> {
    const { display } = member;
    const said = { manifest: display.manifest, clockOffset: 0, storage: null, showing: "loop", lang: null, errors: [], build: "simulated" };
    const body = { ...said, ordersDone: [...display.done.keys()], startedAt: new Date().toISOString() };
    await untilTaken(member, "/display/report", body, 204);
  }

  /** A device keeps what it has to say until somebody has taken it. */
  async function untilTaken(member: Member, path: string, body: unknown, well: number): Promise<string> {
    for (;;) {
      if (closed) return "{}";
      const answer = await send(member, path, body).catch(() => null);
      if (answer?.status === well) return answer.text;
      await pause(100 + Math.random() * 400);
    }
  }

  function listen(member: Member): void {
    if (closed) return;
    const { display, cookie } = member;
    let retry = 1_000;
    const again = () => {
      streams.delete(request);
      if (display.connected || !closed) setTimeout(() => listen(member), retry * (0.5 + Math.random() / 2)).unref();
      display.connected = false;
    };
    const request = httpRequest({ host: "127.0.0.1", port, path: "/display/events", headers: { cookie }, agent: false }, (response) => {
      if (response.statusCode !== 200) return void response.resume().once("end", again);
      display.connected = true;
      display.connections += 1;
      let rest = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        const blocks = (rest + text).split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) {
          const fields = Object.fromEntries(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]));
          if (fields.retry) retry = Number(fields.retry);
          if (fields.event) hear(member, fields.event, fields.data ?? "null");
        }
      });
      response.once("close", again);
    });
    streams.add(request);
    request.once("error", () => display.connected || again());
    request.end();
  }

  for (const member of members) listen(member);

  return {
    displays: members.map(({ display }) => display),
    async until(what, withinMs) {
      const limit = Date.now() + withinMs;
      for (;;) {
        const not = members.filter(({ display }) => !what(display)).length;
        if (not === 0) return;
        if (Date.now() > limit) throw new Error(`${not} of ${members.length} displays are not there after ${withinMs} ms`);
        await pause(20);
      }
    },
    async show(count) {
      await Promise.all(
        members.map(async (member) => {
          const at = new Date().toISOString();
          for (let index = 0; index < count; index += 1) {
            member.numbered += 1;
            member.waiting.push({ number: member.numbered, item: "loop", lang: null, at, seconds: 10 });
          }
          const { upTo } = JSON.parse(await untilTaken(member, "/display/receipts", member.waiting, 200)) as { upTo?: number };
          member.waiting = member.waiting.filter(({ number }) => number > (upTo ?? 0));
        }),
      );
    },
    close() {
      closed = true;
      for (const stream of streams) stream.destroy();
      agent.destroy();
    },
  };
}
