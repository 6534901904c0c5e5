import type { AuditSeal } from "../core/people/audit-chain.ts";
import { type BrokenLink, verifyChain } from "../server/audit/verify-chain.server.ts";
import { databaseIn } from "../server/backup/refusal.server.ts";
import { openDatabase } from "../server/db/database.server.ts";
import { type Command, Misused } from "./tool.ts";

const USAGE = "npm run audit -- verify [NUMBER:HASH]";

/** `npm run audit -- verify`: computes the whole chain of seals again, on either database. Exit code 1 and the first broken link when it does not hold. */
export const audit: Command = async ([what, noted, ...more], { settings, say }) => {
  if (what !== "verify" || more.length) throw new Misused(USAGE);
  const expected = noted === undefined ? null : sealFrom(noted);
  if (!settings.databaseUrl) databaseIn(settings.dataDir);
  const db = await openDatabase({ url: settings.databaseUrl, dataDir: settings.dataDir });
  try {
    const { seals, entries, unsealed, newest, broken } = await verifyChain(db.read, expected);
    if (broken) {
      say(`BROKEN · ĐỨT tại seal ${broken.number}: ${WORDS[broken.fault]}`);
      say(`  the ${seals} seals before it hold (${entries} entries) · ${seals} niêm phong trước đó nguyên vẹn`);
      return 1;
    }
    say(`The audit trail holds · Nhật ký nguyên vẹn: ${seals} seals, ${entries} entries; ${unsealed} not sealed yet`);
    if (newest) say(`  newest seal · niêm phong mới nhất: ${newest.number}:${newest.hash} (${newest.at.toISOString()})`);
    return 0;
  } finally {
    await db.close();
  }
};

const WORDS: Record<BrokenLink["fault"], string> = {
  gone: "the seal is gone · niêm phong không còn",
  does_not_follow: "it does not follow the seal before it · không nối với niêm phong trước",
  entries_missing_or_added: "entries were taken away or added · có mục bị xóa hoặc thêm vào",
  entries_changed: "an entry was changed · có mục bị sửa",
  stray: "entries name a seal that there is not · có mục mang số niêm phong không tồn tại",
  not_noted: "it is not the one that was noted · khác với niêm phong đã ghi lại",
};

function sealFrom(noted: string): Pick<AuditSeal, "number" | "hash"> {
  const [, number, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(noted) ?? [];
  if (!number || !hash) throw new Misused(USAGE);
  return { number: Number(number), hash };
}
