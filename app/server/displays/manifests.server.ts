import { picturesIn } from "../../core/articles/picture.ts";
import type { Display, DisplayKind } from "../../core/displays/display.ts";
import { groupKey, playlistFor, playlistOf, plays, recordingsOf } from "../../core/displays/group.ts";
import type { DisplayArticle, DisplayNotice, Manifest, Resource } from "../../core/displays/manifest.ts";
import { clipPath, type Playlist, type Recording, shownPicturePath } from "../../core/displays/playlist.ts";
import { earliest } from "../../core/facts/gate-status.ts";
import { sha256Hex } from "../../core/hash.ts";
import type { RuntimeStrings } from "../../i18n/runtime.server.ts";
import { log } from "../logging.server.ts";
import type { Media } from "../media/media.server.ts";
import type { KeptFile } from "../readers/displays/data.server.ts";
import type { displayReaders } from "../readers/displays.server.ts";
import { type BootPage, type PagePart, pageParts, type StaticFile } from "./page-parts.server.ts";
import type { Resources } from "./resources.server.ts";

/** A manifest as it is sent, and what devices are told with it. */
export interface Made {
  /** SHA-256 of `bytes`. */
  hash: string;
  bytes: Buffer;
  notices: DisplayNotice[];
  resources: Resource[];
  /** The next instant at which it may be another without anybody's doing. */
  validUntil: Date | null;
}

export interface ManifestNeeds {
  readers: ReturnType<typeof displayReaders>;
  strings: Pick<RuntimeStrings, "bundle">;
  generation(): string;
  page(): Promise<BootPage | null>;
  file: StaticFile;
  media: Pick<Media, "made" | "clip">;
  resources: Resources;
  now(): Date;
}

/** Makes manifests; what several share (a site's content, the page and its parts) is made once until `forget`. */
export interface Manifests {
  /** Which displays share one manifest, by the playlists as they are. */
  groupOf(display: Display): Promise<string>;
  make(display: Display): Promise<Made>;
  /** Something changed; `onlyPlayed`: no more than playlists and recordings. */
  forget(onlyPlayed: boolean): void;
}

/** What all displays at a site have in common. */
interface SitePart {
  /** The newest change that concerns the site, and the strings: while both are the same, so is all of this until it ends. */
  of: string;
  content: Buffer | null;
  /** Slugs of the articles in it. */
  articles: ReadonlySet<string>;
  pictures: KeptFile[];
  notices: DisplayNotice[];
  validUntil: Date | null;
}

export function openManifests(needs: ManifestNeeds): Manifests {
  const { readers, resources, strings, media } = needs;
  const sites = new Map<string, Promise<SitePart>>();
  const before = new Map<string, SitePart>();
  let played: Promise<{ playlists: Playlist[]; recordings: Recording[] }> | null = null;
  let booting: { html: string; parts: Promise<PagePart[]> } | null = null;

  const playedNow = () => {
    played ??= readers.played();
    return played;
  };

  /** Kept as long as it succeeds. */
  function siteNow(site: string): Promise<SitePart> {
    const known = sites.get(site);
    if (known) return known;
    const made = makeSite(site);
    sites.set(site, made);
    made.catch(() => sites.get(site) === made && sites.delete(site));
    return made;
  }

  async function makeSite(site: string): Promise<SitePart> {
    const last = await readers.lastChange(site);
    const of = `${needs.generation()} ${last.id} ${strings.bundle("display").version}`;
    const known = before.get(site);
    if (known?.of === of && (known.validUntil === null || known.validUntil > needs.now())) return known;
    const content = await readers.content(site, last);
    const { notices, validUntil } = await readers.noticesFor(site);
    const trees = [...(content ? [...content.articles, ...content.questions, ...content.notices] : []), ...notices].map(({ tree }) => tree);
    const shown = trees.flatMap(picturesIn).flatMap(({ files }) => files.flatMap(({ hash, type }) => (type === "webp" ? [hash] : [])));
    const turn = content?.validUntil ? new Date(content.validUntil) : null;
    const made: SitePart = {
      of,
      content: content && Buffer.from(JSON.stringify(content)),
      articles: new Set(content?.articles.map(({ slug }) => slug)),
      pictures: (await readers.files(shown)).pictures,
      notices,
      validUntil: earliest([validUntil, turn]),
    };
    before.set(site, made);
    return made;
  }

  const pictureFiles = (pictures: readonly KeptFile[]): Resource[] =>
    pictures
      .filter(({ mime }) => mime === "image/webp")
      .map(({ hash, mime, size }) =>
        resources.addKnown({ sha256: hash, bytes: size, type: mime, path: shownPicturePath(hash) }, () => media.made(hash, "webp")),
      );

  /** The articles of a playlist that the site's content does not have. */
  async function playedArticles(items: Playlist["items"], site: SitePart): Promise<DisplayArticle[]> {
    return readers.articles(items.flatMap((item) => (item.kind === "article" && !site.articles.has(item.slug) ? [item.slug] : [])));
  }

  async function playedFiles(items: Playlist["items"], recordings: readonly Recording[]): Promise<Resource[]> {
    const pictures = items.flatMap((item) => (item.kind === "picture" ? [item.picture] : []));
    const films = items.flatMap((item) => (item.kind === "video" ? [item.clip] : []));
    const kept = await readers.files([...pictures, ...films, ...recordings.flatMap((recording) => Object.values(recording.clips))]);
    const [shown, played] = [await there(kept.pictures, ({ hash }) => media.made(hash, "webp")), await there(kept.clips, ({ hash }) => media.clip(hash))];
    const clips = played.map(({ hash, mime, size, seconds }) =>
      resources.addKnown({ sha256: hash, bytes: size, type: mime, path: clipPath(hash), ...(seconds !== null && { seconds }) }, () => media.clip(hash)),
    );
    return [...pictureFiles(shown), ...clips];
  }

  async function pageNow(): Promise<Resource[]> {
    const page = await needs.page();
    if (!page) return [];
    const html = page.body.toString();
    if (booting?.html !== html) booting = { html, parts: pageParts(html, needs.file) };
    const { version, json } = strings.bundle("display");
    return [
      resources.add("/display", "text/html; charset=utf-8", page.body, page.headers),
      resources.add(`/locales/display.${version}.json`, "application/json", Buffer.from(json)),
      ...(await booting.parts).map(({ resource, body }) => resources.addKnown(resource, body)),
    ];
  }

  async function ownPlaylist(display: Display): Promise<Playlist | null> {
    const playlist = playlistFor(display, (await playedNow()).playlists);
    return playlist && playlistOf(display, playlist);
  }

  return {
    groupOf: async (display) => groupKey(display, await ownPlaylist(display)),
    async make(display) {
      const playlist = await ownPlaylist(display);
      const site = await siteNow(display.site);
      const items = playedItems(display.kind, playlist);
      const recordings = plays(display.kind, "recording") ? recordingsOf(playlist, site.notices, (await playedNow()).recordings) : [];
      const articles = await playedArticles(items, site);
      const { playlist: _, ...settings } = display.settings;
      const own = site.content ? [resources.add(`/kiosk/${display.site}/content.json`, "application/json", site.content)] : [];
      const all = [...(await pageNow()), ...own, ...pictureFiles(site.pictures), ...(await playedFiles(items, recordings))];
      const manifest: Manifest = {
        format: 1,
        generation: needs.generation(),
        kind: display.kind,
        site: display.site,
        settings,
        playlist,
        recordings,
        ...(articles.length > 0 && { articles }),
        notices: site.notices,
        resources: [...new Map(all.map((one) => [one.path, one])).values()],
      };
      const text = JSON.stringify(manifest);
      return { hash: sha256Hex(text), bytes: Buffer.from(text), notices: site.notices, resources: manifest.resources, validUntil: site.validUntil };
    },
    forget(onlyPlayed) {
      played = null;
      if (!onlyPlayed) sites.clear();
    },
  };
}

/** A device takes up all of a manifest or nothing: one file that was lost here must not keep everything else from it. */
async function there<File extends KeptFile>(files: readonly File[], find: (file: File) => Promise<string | null>): Promise<File[]> {
  const found = await Promise.all(files.map(async (file) => (await find(file)) !== null));
  const lost = files.filter((_, index) => !found[index]);
  if (lost.length > 0) log.error("files of playlists are not where they were kept", undefined, { hashes: lost.map(({ hash }) => hash).join(" ") });
  return files.filter((_, index) => found[index]);
}

const playedItems = (kind: DisplayKind, playlist: Playlist | null): Playlist["items"] => (playlist?.items ?? []).filter((item) => plays(kind, item.kind));
