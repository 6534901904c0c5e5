import type { EditionBody } from "../../../core/articles/edition.ts";
import { byUrgency, concernsGate, nextTurnOf, phaseAt } from "../../../core/articles/kinds.ts";
import type { Display, DisplayIdentity } from "../../../core/displays/display.ts";
import type { DisplayArticle, DisplayNotice } from "../../../core/displays/manifest.ts";
import type { Playlist, Recording } from "../../../core/displays/playlist.ts";
import type { Order } from "../../../core/displays/protocol.ts";
import { earliest } from "../../../core/facts/gate-status.ts";
import { byLang } from "../../../core/language/languages.ts";
import { displayOf } from "../../db/tx/displays.server.ts";
import { playlistOf, recordingOf } from "../../db/tx/playlists.server.ts";
import { allSites } from "../../db/tx/sites.server.ts";
import type { Reading } from "../reading.server.ts";

/** How many of the newest notices are looked at: when each ends is not indexed. */
const NOTICES_LOOKED_AT = 200;
/** A device that comes back after a while does not blink for a technician who has long gone. */
const IDENTIFY_HOLDS_MS = 5 * 60_000;

/** The display whose token has this hash, revoked or not; null: nobody's. */
export async function readByToken({ db }: Reading, tokenHash: string): Promise<Display | null> {
  const row = await db.read.display.findUnique({ where: { tokenHash } });
  return row && displayOf(row);
}

/** What one device is told besides its manifest; null: there is no such display, or it was revoked. */
export async function readOwn({ db, now }: Reading, id: string): Promise<{ display: Display; identity: DisplayIdentity; orders: Order[] } | null> {
  return db.snapshot(async (tx) => {
    const row = await tx.display.findUnique({ where: { id } });
    if (!row || row.revokedAt) return null;
    const display = displayOf(row);
    const site = (await allSites(tx)).find(({ key }) => key === display.site);
    const rows = await tx.displayOrder.findMany({ where: { displayId: id, doneAt: null }, orderBy: [{ at: "asc" }, { id: "asc" }] });
    const oldest = new Date(now().getTime() - IDENTIFY_HOLDS_MS);
    const orders = rows
      .filter(({ kind, at }) => kind !== "identify" || at >= oldest)
      .map((order): Order => ({ id: order.id, kind: order.kind as Order["kind"], at: order.at.toISOString() }));
    const { name, kind, size } = display;
    const identity = { id, name, site: display.site, siteName: site?.name ?? byLang(() => display.site), kind, size, pin: row.pinHash };
    return { display, identity, orders };
  });
}

/** The notices for a site that hold or will hold, the most urgent first, and when one of them begins or ends. */
export async function readNoticesFor({ db, now }: Reading, site: string): Promise<{ notices: DisplayNotice[]; validUntil: Date | null }> {
  const instant = now();
  const rows = await db.read.edition.findMany({
    where: { kind: "notice", currentOf: { not: null } },
    orderBy: { currentOf: "desc" },
    take: NOTICES_LOOKED_AT,
    select: { articleId: true, slug: true, number: true, body: true },
  });
  const notices = rows.flatMap(({ articleId, slug, number, body }): DisplayNotice[] => {
    const { about, tree, texts, facts } = body as unknown as EditionBody;
    if (!about.notice || !concernsGate(about.gates, site) || phaseAt(about.notice, instant) === "ended") return [];
    return [{ id: articleId, slug, edition: number, terms: about.notice, gates: about.gates, tree, texts, facts }];
  });
  notices.sort((a, b) => byUrgency(a.terms, b.terms) || (a.id < b.id ? -1 : 1));
  return { notices, validUntil: earliest(notices.map(({ terms }) => nextTurnOf(terms, instant))) };
}

export async function readPlayed({ db }: Reading): Promise<{ playlists: Playlist[]; recordings: Recording[] }> {
  return db.snapshot(async (tx) => ({
    playlists: (await tx.playlist.findMany({ orderBy: { key: "asc" } })).map(playlistOf),
    recordings: (await tx.recording.findMany({ orderBy: { key: "asc" } })).map(recordingOf),
  }));
}

/** The current editions of articles, in the order of their slugs; what is not published is left out. */
export async function readArticles({ db }: Reading, slugs: readonly string[]): Promise<DisplayArticle[]> {
  if (slugs.length === 0) return [];
  const rows = await db.read.edition.findMany({
    where: { kind: "article", currentOf: { not: null }, slug: { in: [...new Set(slugs)] } },
    select: { slug: true, number: true, body: true },
  });
  return rows
    .map(({ slug, number, body }) => {
      const { tree, about, texts, facts } = body as unknown as EditionBody;
      return { slug, edition: number, tree, about, texts, facts };
    })
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

export interface KeptFile {
  hash: string;
  mime: string;
  /** In bytes. */
  size: number;
}

export type KeptClip = KeptFile & { seconds: number | null };

/** What is kept under these hashes: pictures as they are shown, sounds and films. */
export async function readFiles({ db }: Reading, hashes: readonly string[]): Promise<{ pictures: KeptFile[]; clips: KeptClip[] }> {
  if (hashes.length === 0) return { pictures: [], clips: [] };
  const where = { hash: { in: [...hashes] } };
  return db.snapshot(async (tx) => ({
    pictures: await tx.media.findMany({ where: { ...where, madeOf: { not: null } }, orderBy: { hash: "asc" }, select: { hash: true, mime: true, size: true } }),
    clips: await tx.clip.findMany({ where, orderBy: { hash: "asc" }, select: { hash: true, mime: true, size: true, seconds: true } }),
  }));
}
