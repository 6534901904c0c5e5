import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { isRoot, systemBrowser } from "../browser.mjs";

/** As a kiosk starts it, and quiet: nothing leaves the machine behind a test's back. */
const FLAGS = [
  "--headless=new",
  "--remote-debugging-port=0",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--noerrdialogs",
  "--autoplay-policy=no-user-gesture-required",
  "--window-size=1080,1920",
  ...(isRoot() ? ["--no-sandbox"] : []),
];

/** A machine that shows a display: a browser with a disk of its own, which outlives it. */
export interface Machine {
  profile: string;
  /** Switches it on: the browser starts at the address. */
  start(address: string): Promise<Page>;
  /** Pulls the plug: every process of the browser ends at once. */
  kill(): Promise<void>;
  /** Ends the browser as a user would: it writes down what it had not written yet. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** @param flags more of the browser's */
export function openMachine(flags: readonly string[] = []): Machine {
  const profile = mkdtempSync(join(tmpdir(), "cau-noi-device-"));
  let child: ChildProcess | null = null;
  let browser: Browser | null = null;

  async function end(how: (pid: number) => unknown): Promise<void> {
    const ending = child;
    child = null;
    if (!ending?.pid || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once("close", resolve));
    await how(ending.pid);
    await ended;
    await browser?.close().catch(() => {});
    browser = null;
    rmSync(join(profile, "SingletonLock"), { force: true });
  }

  // The whole group: a browser is many processes.
  const kill = () => end((pid) => process.kill(-pid, "SIGKILL"));

  return {
    profile,
    async start(address) {
      const portFile = join(profile, "DevToolsActivePort");
      rmSync(portFile, { force: true });
      child = spawn(systemBrowser() ?? chromium.executablePath(), [...FLAGS, ...flags, `--user-data-dir=${profile}`, address], {
        detached: true,
        stdio: "ignore",
      });
      const [port] = (await readWhenThere(portFile)).split("\n");
      browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const [context] = browser.contexts();
      for (let tries = 0; tries < 1_200; tries += 1) {
        const page = context?.pages().find((one) => one.url().startsWith("http") || one.url().startsWith("chrome-error"));
        if (page) return page;
        await pause(50);
      }
      throw new Error("the browser opened no page");
    },
    kill,
    stop: () => end(async () => (await browser?.newBrowserCDPSession())?.send("Browser.close").catch(() => {})),
    async remove() {
      await kill();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function readWhenThere(file: string): Promise<string> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (text.includes("\n")) return text;
    await pause(50);
  }
  throw new Error("the browser did not start");
}
