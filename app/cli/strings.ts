import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { AppError } from "../core/errors.ts";
import { type ByLang, byLang } from "../core/language/languages.ts";
import { standing } from "../core/strings/catalogue.ts";
import { checkFiles, type LocaleFiles } from "../core/strings/check-files.ts";
import { type Plan, planPull } from "../core/strings/exchange.ts";
import { whyNotGoingOut } from "../core/strings/going-out.ts";
import { readLocaleFile, withTexts } from "../core/strings/locale-file.ts";
import type { Term } from "../core/translation/term.ts";
import { ofStrings } from "../core/translation/wording.ts";
import { BASE_STRINGS } from "../i18n/runtime.server.ts";
import { CommandRefused, databaseIn } from "../server/backup/refusal.server.ts";
import { openDatabase } from "../server/db/database.server.ts";
import { sqliteFile } from "../server/db/sqlite.server.ts";
import { newId } from "../server/ids.server.ts";
import { localePath, readLocaleFolder, writeLocaleFolder } from "../server/strings/locale-folder.server.ts";
import { loadStrings } from "../use-cases/load-units.ts";
import type { Actor, Ports } from "../use-cases/ports.ts";
import { pushStrings } from "../use-cases/push-strings.ts";
import { findingLine, linesOfPlan } from "./strings-words.ts";
import { type Command, Misused, type Surroundings } from "./tool.ts";

const USAGE = "npm run strings -- check | pull [--working] | push [--as E-MAIL]   [--dry-run] [--over] [--locales FOLDER]";

interface Asked extends Surroundings {
  folder: string;
  working: boolean;
  dryRun: boolean;
  over: boolean;
  /** Address of the member whose work a push is; undefined: nobody's. */
  as: string | undefined;
}

/** What of a portal these commands ask for. */
type StringsPorts = Pick<Ports, "write" | "now" | "newId" | "baseStrings">;

/** `npm run strings -- check|pull|push`: between the portal's interface strings and `locales/`, on either database, also while it serves. */
export const strings: Command = async (given, surroundings) => {
  const [what, asked] = readArguments(given, surroundings);
  const { settings } = surroundings;
  if (what === "check" && !settings.databaseUrl && !existsSync(sqliteFile(settings.dataDir))) return check(asked, null);
  if (!settings.databaseUrl) databaseIn(settings.dataDir);
  const db = await openDatabase({ url: settings.databaseUrl, dataDir: settings.dataDir });
  try {
    const ports = { write: db.write, now: () => new Date(), newId, baseStrings: () => BASE_STRINGS };
    if (what === "check") return await check(asked, ports);
    return what === "pull" ? await pull(asked, ports) : await push(asked, ports);
  } finally {
    await db.close();
  }
};

function readArguments([what, ...rest]: string[], surroundings: Surroundings): ["check" | "pull" | "push", Asked] {
  try {
    const { values } = parseArgs({
      args: rest,
      options: {
        working: { type: "boolean", default: false },
        "dry-run": { type: "boolean", default: false },
        over: { type: "boolean", default: false },
        as: { type: "string" },
        locales: { type: "string" },
      },
    });
    const folder = values.locales === undefined ? resolve("locales") : surroundings.path(values.locales);
    const asked = { ...surroundings, folder, working: values.working, dryRun: values["dry-run"], over: values.over, as: values.as };
    if (what === "check" || what === "pull" || what === "push") return [what, asked];
  } catch {
    // said below
  }
  throw new Misused(USAGE);
}

/** Whether anything in the files, or in what members put in their place, must not go out. Exit code 1, and a line for each that says where. */
async function check({ folder, say }: Asked, ports: StringsPorts | null): Promise<number> {
  const files = readLocaleFolder(folder);
  const terms = ports ? await ports.write((tx) => tx.terms.all()) : [];
  const lines = checkFiles(files, terms).map((finding) => findingLine(folder, finding));
  const notes: string[] = [];
  if (ports) {
    const laid = await overridesOf(ports, terms);
    lines.push(...laid.broken);
    notes.push(...laid.notes);
  } else notes.push("No database here: what members published is not looked at · không có cơ sở dữ liệu: chưa xem lời đã công bố");
  for (const line of [...lines, ...notes]) say(line);
  const count = [...files.values()].reduce((sum, { vi }) => sum + (vi?.entries.size ?? 0), 0);
  say(lines.length ? `${lines.length} must not go out · ${lines.length} chỗ không được đưa ra` : `${count} strings are in order · ${count} lời đều ổn`);
  return lines.length ? 1 : 0;
}

async function overridesOf(ports: StringsPorts, terms: readonly Term[]): Promise<{ broken: string[]; notes: string[] }> {
  const found = { broken: [] as string[], notes: [] as string[] };
  for (const [namespace, base] of Object.entries(ports.baseStrings())) {
    const overrides = await ports.write((tx) => tx.strings.published(namespace));
    if (overrides.length === 0) continue;
    const { units } = await ports.write((tx) => loadStrings(ports, tx, namespace));
    for (const { key, texts } of overrides) {
      const brought = Object.hasOwn(base, key) ? base[key] : undefined;
      const name = `${namespace}: ${key}`;
      const against = brought && whyNotGoingOut(key, texts, brought, terms);
      if (!brought) found.notes.push(`${name}: kept, but the program has no such key any more · được giữ, nhưng chương trình không còn lời này`);
      else if (against === "placeholders_differ")
        found.broken.push(
          `${name}: published with other placeholders than the program fills, so readers see the program's own · chỗ điền khác với chương trình`,
        );
      else if (against) found.broken.push(`${name}: published, and fails the checks · đã công bố nhưng không qua kiểm tra`);
      else if (units.find(({ unit }) => unit === key)?.formerBase)
        found.notes.push(`${name}: stale, the program's own text has changed · lời của chương trình đã đổi`);
    }
  }
  return found;
}

/** Writes what members published, or have at work and finished, into the files. */
async function pull({ folder, working, dryRun, over, say }: Asked, ports: StringsPorts): Promise<number> {
  const files = readLocaleFolder(folder);
  const base = ports.baseStrings();
  const pairs: { namespace: string; key: string; texts: ByLang<string> }[] = [];
  for (const namespace of Object.keys(base)) pairs.push(...(await pairsOf(ports, namespace, working)));
  const plan = planPull(base, pairs, files, over);
  const texts = Map.groupBy(plan.carried, ({ namespace, lang }) => localePath(lang, namespace));
  const written = new Map(
    [...texts].map(([path, carried]) => {
      const { namespace, lang } = carried[0] as (typeof carried)[number];
      const file = files.get(namespace)?.[lang] ?? readLocaleFile("{}");
      return [path, withTexts(file, new Map(carried.map(({ key, after }) => [key, after])))];
    }),
  );
  for (const line of linesOfPlan(plan)) say(line);
  if (plan.inTheWay.length || plan.unknown.length) throw nothingDone(plan);
  const after: LocaleFiles = new Map(
    [...files].map(([namespace, pair]) => [
      namespace,
      byLang((lang) => {
        const changed = written.get(localePath(lang, namespace));
        return changed === undefined ? pair[lang] : readLocaleFile(changed);
      }),
    ]),
  );
  const findings = checkFiles(after, []);
  for (const finding of findings) say(findingLine(folder, finding));
  if (findings.length) throw new CommandRefused("The files would not be in order; nothing was written", "các tệp sẽ không ổn; chưa ghi gì");
  if (!dryRun) writeLocaleFolder(folder, written);
  say(summary(plan.carried.length, dryRun, ["written to the files", "đã ghi vào tệp"]));
  return 0;
}

/** Pairs that lie over the program's own: published, or finished at work. */
async function pairsOf(ports: StringsPorts, namespace: string, working: boolean): Promise<{ namespace: string; key: string; texts: ByLang<string> }[]> {
  return ports.write(async (tx) => {
    const overrides = (await tx.strings.published(namespace)).filter(({ key }) => Object.hasOwn(ports.baseStrings()[namespace] ?? {}, key));
    if (!working) return overrides.map(({ key, texts }) => ({ namespace, key, texts }));
    const { base, units } = await loadStrings(ports, tx, namespace);
    const touched = new Set([...overrides.map(({ key }) => key), ...(await tx.wordings.ofOwner(ofStrings(namespace))).map(({ unit }) => unit)]);
    return units
      .filter(({ unit, state }) => touched.has(unit) && state !== "missing" && state !== "stale")
      .filter(({ unit, texts }) => standing(texts, undefined).baseHash !== standing(base[unit] as ByLang<string>, undefined).baseHash)
      .map(({ unit, texts }) => ({ namespace, key: unit, texts }));
  });
}

/** Brings what the files say otherwise than the program to work, for review. */
async function push({ folder, dryRun, over, as, say }: Asked, ports: StringsPorts): Promise<number> {
  const files = readLocaleFolder(folder);
  const findings = checkFiles(files, []);
  for (const finding of findings) say(findingLine(folder, finding));
  if (findings.length) throw new CommandRefused("The files are not in order; nothing was loaded", "các tệp chưa ổn; chưa nạp gì");
  const actor = as === undefined ? null : await memberNamed(ports, as);
  const written = new Map(
    [...files].map(([namespace, pair]) => [namespace, byLang((lang) => new Map([...(pair[lang]?.entries ?? [])].map(([key, { text }]) => [key, text])))]),
  );
  const { plan, done } = await pushStrings(ports, actor, { files: written, over, dryRun }).catch((error) => {
    throw error instanceof AppError ? new CommandRefused(`Nothing was loaded: ${error.code}`, `chưa nạp gì: ${error.code}`) : error;
  });
  for (const line of linesOfPlan(plan)) say(line);
  if (plan.inTheWay.length || plan.unknown.length) throw nothingDone(plan);
  say(summary(plan.carried.length, !done, ["brought to work for review; readers see none of it yet", "đã đưa vào bàn dịch chờ duyệt; người đọc chưa thấy"]));
  return 0;
}

async function memberNamed(ports: StringsPorts, email: string): Promise<Actor> {
  const account = await ports.write((tx) => tx.members.byEmail(email.trim().toLowerCase()));
  if (!account || account.disabled) throw new CommandRefused(`There is no member ${email}`, `không có thành viên ${email}`);
  return account;
}

const summary = (count: number, dry: boolean, [english, vietnamese]: [string, string]): string =>
  count === 0
    ? "Nothing differs · không có gì khác"
    : `${count} ${dry ? "would be " : ""}${english} · ${count} lời ${dry ? "sẽ được xử lý: " : ""}${vietnamese}`;

const nothingDone = ({ inTheWay, unknown }: Plan): CommandRefused =>
  inTheWay.length
    ? new CommandRefused(
        `${inTheWay.length} texts there are neither side's; nothing was done. Look at them, then repeat with --over`,
        `${inTheWay.length} lời ở đó là của người khác; chưa làm gì. Hãy xem lại, rồi thêm --over`,
      )
    : new CommandRefused(
        `${unknown.length} keys are unknown to one side; nothing was done. A new build brings new keys`,
        `${unknown.length} mã chỉ có ở một bên; chưa làm gì. Mã mới đến cùng bản dựng mới`,
      );
