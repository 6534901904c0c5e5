import { randomUUID } from "node:crypto";
import type { DisplayKind } from "../../app/core/displays/display.ts";
import { hashPin } from "../../app/core/displays/pin.ts";
import { FIRST_SETTINGS } from "../../app/core/displays/settings.ts";
import { sha256Hex } from "../../app/core/hash.ts";
import { openAnnounced } from "./announced.ts";

/** The technician's PIN of every display here. */
export const PIN = "482915";

/** What a technician and a publisher do at the workbench, done in the database of a SQLite site: these tests are about devices. */
export interface Fleet {
  /** Confirms the code that a device shows. @returns the display's id */
  confirm(code: string, display: { name: string; site: string; kind: DisplayKind }): string;
  /** The code's time is over. */
  endPairing(code: string): void;
  revoke(display: string): void;
  order(display: string, kind: "reload" | "identify"): string;
  /** Whether the device has said that it did it. */
  orderDone(order: string): boolean;
  /** Sets when a notice holds, and how urgent it is. */
  setNotice(slug: string, terms: { level: "routine" | "priority" | "emergency"; from: Date; until: Date | null }): void;
  /** Gives a notice another title. */
  titleNotice(slug: string, title: { vi: string; zh: string }): void;
  /** Writes a gate's name another way in one language: a small change of what every display holds. */
  nameGate(gate: string, vi: string): void;
  receipts(display: string): { number: number; item: string; lang: string | null; seconds: number }[];
  /** The id of a notice, by which receipts name it. */
  noticeId(slug: string): string;
  /** The texts of all messages that visitors sent. */
  messages(): string[];
  /** The last report, and when it came (ms); null: none yet. */
  report(
    display: string,
  ): { manifest: string | null; errors: { message: string }[]; ordersDone: string[]; showing: string; clockOffset: number | null; at: number } | null;
  close(): void;
}

export function openFleet(dataDir: string): Fleet {
  const { database, now, change } = openAnnounced(dataDir);

  function noticeOf(slug: string): { id: string; articleId: string } {
    const found = database.prepare("SELECT id, articleId FROM Edition WHERE slug = ? AND currentOf IS NOT NULL").get(slug);
    if (!found) throw new Error(`no notice ${slug}`);
    return found as { id: string; articleId: string };
  }

  function changeNotice(slug: string, work: (edition: string) => void): void {
    const { id, articleId } = noticeOf(slug);
    change({ kind: "article", articleId, slug, editionId: id }, () => work(id));
  }

  return {
    confirm(code, { name, site, kind }) {
      const id = randomUUID();
      const codeHash = sha256Hex(code);
      change({ kind: "display", display: id }, () => {
        const found = database.prepare("SELECT wish FROM Pairing WHERE codeHash = ?").get(codeHash) as { wish: string } | undefined;
        if (!found) throw new Error(`no device asked with ${code}`);
        const { width, height, key } = JSON.parse(found.wish) as { width: number; height: number; key?: string };
        const body = JSON.stringify({ size: { width, height }, settings: FIRST_SETTINGS, key: key ?? null });
        database
          .prepare(
            "INSERT INTO Display (id, siteKey, kind, name, revision, body, tokenHash, pinHash, pairedAt, pairedById) VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, 'technician')",
          )
          .run(id, site, kind, name, body, randomUUID(), hashPin(PIN, randomUUID()), now());
        database.prepare("UPDATE Pairing SET displayId = ? WHERE codeHash = ?").run(id, codeHash);
      });
      return id;
    },
    endPairing: (code) => void database.prepare("UPDATE Pairing SET expiresAt = ? WHERE codeHash = ?").run(now(), sha256Hex(code)),
    revoke: (id) => change({ kind: "display", display: id }, () => database.prepare("UPDATE Display SET revokedAt = ? WHERE id = ?").run(now(), id)),
    order(displayId, kind) {
      const id = randomUUID();
      change({ kind: "display", display: displayId }, () =>
        database.prepare("INSERT INTO DisplayOrder (id, displayId, kind, at, byId) VALUES (?, ?, ?, ?, 'technician')").run(id, displayId, kind, now()),
      );
      return id;
    },
    orderDone: (id) => database.prepare("SELECT 1 FROM DisplayOrder WHERE id = ? AND doneAt IS NOT NULL").get(id) !== undefined,
    setNotice(slug, { level, from, until }) {
      const terms = { level, from: from.toISOString(), until: until?.toISOString() ?? null };
      changeNotice(slug, (id) =>
        database.prepare("UPDATE Edition SET body = json_set(body, '$.about.notice', json(?)) WHERE id = ?").run(JSON.stringify(terms), id),
      );
    },
    titleNotice: (slug, { vi, zh }) =>
      changeNotice(slug, (id) =>
        database.prepare("UPDATE Edition SET body = json_set(body, '$.texts.vi.title', ?, '$.texts.zh.title', ?) WHERE id = ?").run(vi, zh, id),
      ),
    nameGate: (gate, vi) =>
      change({ kind: "place" }, () => {
        const { changes } = database.prepare("UPDATE Gate SET body = json_set(body, '$.name.vi', ?) WHERE key = ?").run(vi, gate);
        if (changes !== 1) throw new Error(`no gate ${gate}`);
      }),
    receipts: (id) =>
      database.prepare("SELECT number, item, lang, seconds FROM Receipt WHERE displayId = ? ORDER BY number").all(id) as ReturnType<Fleet["receipts"]>,
    noticeId: (slug) => noticeOf(slug).articleId,
    messages: () => (database.prepare("SELECT text FROM Message").all() as { text: string }[]).map(({ text }) => text),
    report(id) {
      const row = database.prepare("SELECT report, lastContactAt FROM DisplayState WHERE displayId = ?").get(id) as
        | { report: string; lastContactAt: string }
        | undefined;
      return row ? { ...JSON.parse(row.report), at: Date.parse(row.lastContactAt) } : null;
    },
    close: () => database.close(),
  };
}
