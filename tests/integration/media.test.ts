import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Picture } from "../../app/core/articles/picture.ts";
import type { ArticleTree } from "../../app/core/articles/tree.ts";
import { ofArticle } from "../../app/core/translation/wording.ts";
import { makeBackup } from "../../app/server/backup/make-backup.server.ts";
import { restoreBackup } from "../../app/server/backup/restore-backup.server.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { type Media, openMedia } from "../../app/server/media/media.server.ts";
import { readUploads, sharedPictures } from "../../app/server/readers/media.server.ts";
import { approveUnits } from "../../app/use-cases/approve-units.ts";
import { createArticle } from "../../app/use-cases/create-article.ts";
import { cropPicture } from "../../app/use-cases/crop-picture.ts";
import { loadUnits } from "../../app/use-cases/load-units.ts";
import type { PicturePorts } from "../../app/use-cases/ports.ts";
import { publishArticle } from "../../app/use-cases/publish-article.ts";
import { saveStructure } from "../../app/use-cases/save-structure.ts";
import { uploadPicture } from "../../app/use-cases/upload-picture.ts";
import { actor } from "./actors.ts";
import { databases, type FreshDatabase } from "./databases.ts";
import { photo } from "./pictures.ts";

const lan = actor("lan", "author");
const duc = actor("duc", "reviewer");
const chu = actor("chu", "publisher");
const RIGHTS = "Cán bộ Trung tâm chụp ngày 20/11/2026";
const refusal = (code: string, details: object = {}) => expect.objectContaining({ code, details: expect.objectContaining(details) });

describe.each(databases())("pictures on $provider", ({ provider, fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let media: Media;
  let ports: PicturePorts;
  const now = () => new Date();
  const upload = (bytes: Uint8Array, rights = RIGHTS) => uploadPicture(ports, lan, { bytes, rights });

  beforeAll(async () => {
    place = await fresh();
    db = await place.open();
    media = openMedia(place.dataDir, sharedPictures(db));
    ports = { write: db.write, now, newId, baseStrings: () => ({}), pictures: media } as Partial<PicturePorts> as PicturePorts;
    await db.write(async (tx) => {
      await tx.places.putAgency({ key: "customs", names: [{ name: { vi: "Hải quan", zh: "海关" }, from: null, until: null }], phone: null });
      await tx.places.putTopic({ key: "cash", position: 0, icon: "cash", name: { vi: "Tiền", zh: "钱" } });
    });
  });
  afterAll(async () => {
    await media.close();
    await db.close();
    await place.drop();
  });

  it("an upload is kept upright, without where and with what it was taken, under the hash of its bytes", async () => {
    const taken = await photo({ sideways: true });
    const before = await sharp(taken).metadata();
    expect(before.orientation).toBe(6);
    expect(before.exif?.includes("MAY-ANH-RIENG")).toBe(true);
    const kept = await upload(taken);
    expect(kept).toMatchObject({ width: 800, height: 1200, rights: RIGHTS });
    const bytes = (await media.original(kept.hash)) as Buffer;
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(kept.hash);
    const after = await sharp(bytes).metadata();
    expect(after).toMatchObject({ format: "webp", width: 800, height: 1200 });
    expect([after.exif, after.icc, after.xmp, after.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(bytes.includes("MAY-ANH-RIENG")).toBe(false);
    // Turned a quarter to the right: what was below on the left stands above on the left.
    const [red] = await sharp(bytes).extract({ left: 20, top: 20, width: 1, height: 1 }).raw().toBuffer();
    expect(red).toBeGreaterThan(230);
    const acts = await db.read.auditEntry.findMany({ where: { object: `media:${kept.hash}` } });
    expect(acts.map(({ act, byId }) => [act, byId])).toEqual([["media.upload", "lan"]]);
  });

  it("the same picture twice is one, with the rights that were said first", async () => {
    const bytes = await photo({ width: 600, height: 600 });
    const [first, second] = [await upload(bytes), await upload(bytes, "Người khác")];
    expect(second).toEqual(first);
    expect(await db.read.media.count({ where: { hash: first.hash } })).toBe(1);
    expect((await readUploads({ db, now } as never)).filter(({ hash }) => hash === first.hash)).toEqual([
      { ...first, thumbnail: `/workbench/pictures/${first.hash}` },
    ]);
  });

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ["an SVG", () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), "picture_kind"],
    [
      "a GIF",
      () =>
        sharp({ create: { width: 9, height: 9, channels: 3, background: "#fff" } })
          .gif()
          .toBuffer(),
      "picture_kind",
    ],
    ["a program with a picture's name", () => Buffer.from("MZ\u0090 this program"), "picture_kind"],
    ["half a photograph", async () => (await photo()).subarray(0, 4_000), "picture_broken"],
    ["a head without a picture", () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]), "picture_broken"],
    ["a small file that unpacks to a hundred million pixels", () => bomb(), "picture_too_large"],
  ])("%s is refused, and the next picture is taken all the same", async (_, bytes, code) => {
    await expect(upload(await bytes())).rejects.toEqual(refusal(code));
    await expect(upload(await photo({ width: 400, height: 300, format: "png" }))).resolves.toMatchObject({ width: 400, height: 300 });
  });

  it("nothing is uploaded without saying by what right, nor by who may not write", async () => {
    const bytes = await photo({ width: 200, height: 200 });
    await expect(upload(bytes, "  ")).rejects.toEqual(refusal("invalid", { faults: ["rights"] }));
    await expect(uploadPicture(ports, actor("tan", "operator"), { bytes, rights: RIGHTS })).rejects.toEqual(refusal("not_allowed"));
  });

  it("a crop is made in every width that it can fill, and only what was made is public", async () => {
    const original = await upload(await photo());
    const crop = { x: 600, y: 0, width: 600, height: 400 };
    const picture = await cropPicture(ports, lan, { original: original.hash, crop });
    expect(picture).toMatchObject({ original: original.hash, crop, width: 600, height: 400 });
    expect(picture.files.map(({ type, width }) => `${type} ${width}`)).toEqual(["webp 480", "webp 600", "jpeg 600"]);
    for (const { hash, type } of picture.files) {
      const path = (await media.made(hash, type)) as string;
      const bytes = await readFile(path);
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash);
      const { channels } = await sharp(bytes).stats();
      // The brown quarter and nothing else.
      expect(channels.map(({ mean }) => Math.round(mean / 10))).toEqual([20, 16, 13]);
    }
    expect(await media.made(original.hash, "webp")).toBeNull();
    expect(await cropPicture(ports, lan, { original: original.hash, crop })).toEqual(picture);
    await expect(cropPicture(ports, lan, { original: original.hash, crop: { ...crop, x: 900 } })).rejects.toEqual(refusal("invalid"));
    await expect(cropPicture(ports, lan, { original: picture.files[0]?.hash ?? "", crop })).rejects.toEqual(refusal("not_found"));
    if (provider === "postgresql") {
      // Another instance, whose folder is empty, gets them from the database; what is not public does not come that way either.
      const other = await fresh();
      const elsewhere = openMedia(other.dataDir, sharedPictures(db));
      const [file] = picture.files;
      expect(existsSync((await elsewhere.made(file?.hash ?? "", "webp")) ?? "")).toBe(true);
      expect(await elsewhere.made(original.hash, "webp")).toBeNull();
      await elsewhere.close();
      await other.drop();
    } else expect(await db.read.mediaBytes.count()).toBe(0);
  });

  const figure = (picture: Picture): ArticleTree => [
    { id: "p1", kind: "paragraph" },
    {
      id: "f1",
      kind: "figure",
      picture,
      children: [
        { id: "a1", kind: "alt" },
        { id: "c1", kind: "caption" },
      ],
    },
  ];
  const about = { kind: "article" as const, notice: null, topic: "cash", gates: [], agency: "customs", verifiedOn: null, verifyAgainBy: null };
  const VI = { title: "Tiền", summary: "Mang bao nhiêu?", p1: "Xin khai báo.", a1: "Quầy hải quan ở nhà ga", c1: "Quầy khai báo" };
  const ZH = { title: "现金", summary: "可带多少？", p1: "请申报。", a1: "车站的海关柜台", c1: "申报柜台" };

  it("a picture's words are segments: no edition without them in both languages, and another picture asks for them again", async () => {
    const original = await upload(await photo());
    const picture = await cropPicture(ports, lan, { original: original.hash, crop: { x: 0, y: 0, width: 1200, height: 800 } });
    const { a1: _, ...lacking } = ZH;
    const { articleId } = await createArticle(ports, lan, { slug: "anh", sourceLang: "vi", tree: figure(picture), about, texts: { vi: VI, zh: lacking } });
    const owner = ofArticle(articleId);
    const units = () => ports.write((tx) => loadUnits(ports, tx, owner));
    const approve = async (only?: string[]) => {
      const seen = Object.fromEntries((await units()).filter(({ unit }) => !only || only.includes(unit)).map(({ unit, hash }) => [unit, hash]));
      return approveUnits(ports, duc, { owner, seen });
    };
    expect((await units()).find(({ unit }) => unit === "a1")?.freshness.zh).toBe("missing");
    expect((await approve()).refused.map(({ unit }) => unit)).toEqual(["a1"]);
    await expect(publishArticle(ports, chu, { articleId, contentHash: null } as never)).rejects.toEqual(refusal("not_ready"));

    const changed = await cropPicture(ports, lan, { original: original.hash, crop: { x: 0, y: 0, width: 600, height: 400 } });
    const saved = await saveStructure(ports, lan, { articleId, revision: 1, lang: "vi", tree: figure(changed), about: null, texts: {}, readRevisions: {} });
    expect(saved.kind).toBe("saved");
    const states = Object.fromEntries((await units()).map(({ unit, approved }) => [unit, approved]));
    expect(states).toMatchObject({ p1: true, title: true, c1: false });
  });

  it("an article shows only what was made here", async () => {
    const original = await upload(await photo());
    const picture = await cropPicture(ports, lan, { original: original.hash, crop: { x: 0, y: 0, width: 800, height: 800 } });
    const forged = [
      { ...picture, files: picture.files.map((file) => ({ ...file, hash: "0".repeat(64) })) },
      { ...picture, width: 5_000 },
      { ...picture, original: "f".repeat(64) },
      { ...picture, files: [{ hash: original.hash, type: "webp" as const, width: 1200 }] },
    ];
    for (const one of forged) {
      const tree = figure(one);
      await expect(createArticle(ports, lan, { slug: `gia-${newId()}`, sourceLang: "vi", tree, about, texts: { vi: VI, zh: ZH } })).rejects.toEqual(
        refusal("invalid"),
      );
    }
  });

  it.runIf(provider === "sqlite")("a backup holds every picture, and a restore brings them back", async () => {
    const target = await fresh();
    const file = join(target.dataDir, "backup.tar");
    const restored = join(target.dataDir, "restored");
    const manifest = await makeBackup(place.dataDir, file, now());
    expect(manifest.missing).toEqual([]);
    await restoreBackup(file, restored);
    for (const shelf of ["originals", "made"]) {
      const [before, after] = await Promise.all([place.dataDir, restored].map(async (folder) => (await readdir(join(folder, "media", shelf))).sort()));
      expect(after).toEqual(before);
      expect(after?.length).toBeGreaterThan(2);
    }
    await rm(restored, { recursive: true });
    await target.drop();
  });
});

/** A PNG of one colour: a few kilobytes that would fill 300 MB. */
const bomb = (): Promise<Buffer> =>
  sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: "#ffffff" }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer();
