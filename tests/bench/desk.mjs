/**
 * `npm run bench -- desk [segments]`: the translators' desk with an article of 1,000 segments, in a real browser over a real server: how
 * long until a letter typed into a field is seen, how long until the desk's own keys are heard, and how long from each key to the picture
 * that shows it. The bars are seconds, because a hand is as fast on any machine.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { isRoot, systemBrowser } from "../browser.mjs";
import { makeLongArticle } from "./long-article.mjs";

const SEGMENTS = Number(process.argv[2] ?? 1_000);
const USABLE_MS = 1_000;
const KEY_MS = 50;
const ROUNDS = 7;
const KEYS = 120;
const SLUG = "bai-rat-dai";
const SERVER = new URL("../../build/server/index.js", import.meta.url).pathname;

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);
/** @param {number[]} values @param {number} share */
const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

const folder = mkdtempSync(join(tmpdir(), "cau-noi-bench-desk-"));
const port = await freePort();
const server = spawn(process.execPath, [SERVER], {
  env: { ...process.env, NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", DATA_DIR: folder },
  stdio: ["ignore", "pipe", "inherit"],
});
/** @type {Promise<string>} */
const link = new Promise((resolve, reject) => {
  let said = "";
  server.stdout.setEncoding("utf8").on("data", (text) => {
    said += text;
    const found = /\S+\/workbench\/join\/\S+/.exec(said);
    if (found) resolve(found[0]);
  });
  server.once("close", (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
});

/** Processor time of the server so far, in milliseconds; 0 where there is no /proc. */
function serverWork() {
  try {
    const fields = readFileSync(`/proc/${server.pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

/** Processor time of a page's main thread since it was opened, in milliseconds. @param {import("@playwright/test").Page} page */
async function watchWork(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
  };
}

/** Runs in the page before anything of it: types a letter into the first field there is, as soon as there is one, and notes when it is seen. */
function typeAtOnce() {
  const times = /** @type {{ typed?: number, heard?: number }} */ ({});
  Object.assign(window, { times });
  const look = () => {
    const field = /** @type {HTMLTextAreaElement | null} */ (document.querySelector(".editor textarea:not([readonly])"));
    if (!field) return requestAnimationFrame(look);
    field.focus();
    const before = field.value.length;
    document.execCommand("insertText", false, "x");
    const seen = () => {
      const there = document.querySelector(".editor textarea:not([readonly])");
      if (!(there instanceof HTMLTextAreaElement) || there.value.length <= before) return requestAnimationFrame(seen);
      // The frame that shows it is drawn when the next one begins.
      requestAnimationFrame(() => {
        times.typed = performance.now();
      });
    };
    requestAnimationFrame(seen);
  };
  requestAnimationFrame(look);
  const hear = () => {
    const listens = Object.keys(document.querySelector(".editor textarea") ?? {}).some((key) => key.startsWith("__react"));
    if (!listens || !document.querySelector(".surface")?.shadowRoot) return requestAnimationFrame(hear);
    times.heard = performance.now();
  };
  requestAnimationFrame(hear);
}

/** From each key to the frame after the one in which its letter stands. */
function watchKeys() {
  const delays = /** @type {number[]} */ ([]);
  Object.assign(window, { delays });
  addEventListener(
    "keydown",
    (event) => {
      const begun = event.timeStamp;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => delays.push(performance.now() - begun);
        channel.port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

const browser = await chromium.launch({ executablePath: systemBrowser(), args: isRoot() ? ["--no-sandbox"] : [] });
try {
  const context = await browser.newContext({ locale: "vi-VN", viewport: { width: 1366, height: 900 } });
  const page = await context.newPage();
  await page.goto(await link);
  await page.getByLabel("Địa chỉ thư điện tử").fill("do@langson.example");
  await page.getByLabel("Họ và tên").fill("Người Đo");
  await page.getByLabel("Mật khẩu").fill("con trâu đi trước cái cày");
  await page.getByRole("button", { name: "Tạo tài khoản và đăng nhập" }).click();
  await page.waitForURL(/\/workbench$/);
  makeLongArticle(folder, { slug: SLUG, segments: SEGMENTS });

  const typed = [];
  const heard = [];
  const served = [];
  const worked = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const fresh = await context.newPage();
    await fresh.addInitScript(typeAtOnce);
    const watch = await watchWork(fresh);
    const before = serverWork();
    await fresh.goto(`http://localhost:${port}/workbench/articles/${SLUG}`, { waitUntil: "commit" });
    await fresh.waitForFunction(() => "times" in window && /** @type {any} */ (window).times.typed && /** @type {any} */ (window).times.heard);
    const [times, answered] = await fresh.evaluate(() => [
      /** @type {any} */ (window).times,
      /** @type {PerformanceNavigationTiming} */ (performance.getEntriesByType("navigation")[0]).responseEnd,
    ]);
    const work = { page: await watch(), server: serverWork() - before };
    await fresh.close({ runBeforeUnload: false });
    if (round === 0) continue; // warms up
    typed.push(times.typed);
    heard.push(times.heard);
    served.push(answered);
    worked.push(work);
  }

  await page.addInitScript(watchKeys);
  await page.goto(`http://localhost:${port}/workbench/articles/${SLUG}?unit=p${Math.floor(SEGMENTS / 2)}`);
  const field = page.locator(".editor textarea").nth(1);
  await field.focus();
  await page.waitForTimeout(1_500);
  const watch = await watchWork(page);
  const before = await watch();
  for (let count = 0; count < KEYS; count += 1) {
    await page.keyboard.press("abcdefghij"[count % 10] ?? "a");
    await page.waitForTimeout(25);
  }
  const eachKey = ((await watch()) - before) / KEYS;
  const delays = /** @type {number[]} */ (await page.evaluate(() => /** @type {any} */ (window).delays));
  const moves = [];
  for (let count = 0; count < 20; count += 1) {
    const before = await page.evaluate(() => document.querySelector(".unit.is-active")?.id);
    const begun = performance.now();
    await page.keyboard.press("Alt+ArrowDown");
    await page.waitForFunction((id) => document.activeElement?.closest(".unit.is-active") && document.querySelector(".unit.is-active")?.id !== id, before);
    moves.push(performance.now() - begun);
  }

  const median = (/** @type {number[]} */ values) => Math.round(percentile(values, 0.5));
  const results = [
    {
      what: `a letter typed into the first field is seen after ${median(typed)} ms (page received after ${median(served)} ms)`,
      held: median(typed) <= USABLE_MS,
    },
    { what: `all of the desk listens after ${median(heard)} ms`, held: median(heard) <= USABLE_MS },
    {
      what: `a key is seen after ${percentile(delays, 0.5).toFixed(1)} ms (half), ${percentile(delays, 0.95).toFixed(1)} ms (95 %) of ${delays.length}`,
      held: delays.length === KEYS && percentile(delays, 0.95) <= KEY_MS,
    },
  ];
  say(`The desk with ${SEGMENTS} segments`);
  for (const { what, held } of results) say(`  ${held ? "✓" : "✗"} ${what}`);
  say(`  from row to row by key: ${median(moves)} ms, the way through the tool that presses it included`);
  const [server, main] = [median(worked.map((one) => one.server)), median(worked.map((one) => one.page))];
  say(
    `  processor time, whatever else runs here (load ${loadavg()[0]?.toFixed(1)}): ${server} ms of the server and ${main} ms of the page to open it, ${eachKey.toFixed(1)} ms a key`,
  );
  process.exitCode = results.every(({ held }) => held) ? 0 : 1;
} finally {
  await browser.close();
  const ended = new Promise((resolve) => server.once("close", resolve));
  server.kill("SIGTERM");
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
