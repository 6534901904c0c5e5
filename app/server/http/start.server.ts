import { createServer, type RequestListener, type Server, type ServerOptions } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import closeWithGrace from "close-with-grace";
import { type App, openApp } from "../app.server.ts";
import { DatabaseRefusal } from "../db/refusals.server.ts";
import { log } from "../logging.server.ts";
import { readSettings, type Settings, WrongSetting, withPort } from "../settings.server.ts";
import { sendHealth } from "./health.server.ts";
import { openPortal, type Portal, type PortalOptions } from "./portal.server.ts";
import { followTls, readTls, WrongCertificate } from "./tls.server.ts";

export interface RunningServer {
  port: number;
  origin: string;
  /** Not ready from now on; requests in flight finish; then everything is closed. */
  close(): Promise<void>;
}

/** How long requests in flight may take when the server is asked to end. Who started it kills it after ten seconds. */
const PATIENCE_MS = 8_000;
/** Together with closing the database. */
const LONGEST_END_MS = 9_500;

/** Long enough for a search of ten thousand Chinese characters to be answered in words; Node's own limit answers with nothing. */
const LONGEST_HEAD = 128 * 1024;

/**
 * Runs the portal by the environment's settings: takes the port, opens the application, and serves until told to end. Requests that
 * come while it opens wait for it. Prints its address, and the first administrator's link while there is none.
 * @throws StartRefused for what a person can mend: a wrong setting, a taken port, a folder that can't be written, a newer database
 */
export async function startServer(options: Pick<PortalOptions, "build" | "assets" | "file">): Promise<RunningServer> {
  try {
    return await start(options, readSettings(process.env));
  } catch (error) {
    throw startRefusal(error);
  }
}

async function start(options: Pick<PortalOptions, "build" | "assets" | "file">, wanted: Settings): Promise<RunningServer> {
  let portal: Portal | null = null;
  let opened = (_: Portal) => {};
  const whenOpen = new Promise<Portal>((resolve) => {
    opened = resolve;
  });
  const { server, endFollowing } = serverFor(wanted, (request, response) => {
    if (portal) return portal.handle(request, response);
    if (request.url === "/livez" || request.url === "/readyz") return sendHealth(response, request.url === "/livez");
    void whenOpen.then((open) => open.handle(request, response));
  });
  server.on("clientError", (error, socket) => (portal ? portal.handleBroken(error, socket) : socket.destroy()));
  const port = await listen(server, wanted);
  const settings = withPort(wanted, port);

  let app: App | null = null;
  try {
    app = await openApp(settings, (line) => console.log(line));
    const open = await openPortal({ app, ...options });
    portal = open;
    opened(open);
    const close = once(async () => {
      endFollowing();
      await open.stop(PATIENCE_MS);
      await endListening(server);
      await app?.close();
    });
    const grace = closeWithGrace({ delay: LONGEST_END_MS, logger: false }, async ({ err, signal }) => {
      if (err) log.error("the server ends: an error that nothing caught", err);
      else log.info("the server ends", { signal: signal ?? null });
      await close();
    });
    greet(settings, await app.useCases.openFirstInvitation());
    return {
      port,
      origin: settings.origin,
      close: () => {
        grace.uninstall();
        return close();
      },
    };
  } catch (error) {
    endFollowing();
    await endListening(server);
    await app?.close();
    throw error;
  }
}

const PATIENCE: ServerOptions = { maxHeaderSize: LONGEST_HEAD, headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 };

/** Speaks HTTPS where the settings name a certificate. @throws WrongCertificate */
function serverFor({ tls }: Settings, listener: RequestListener): { server: Server; endFollowing(): void } {
  if (!tls) return { server: createServer(PATIENCE, listener), endFollowing() {} };
  const server = createSecureServer({ ...PATIENCE, ...readTls(tls) }, listener);
  return { server, endFollowing: followTls(server, tls) };
}

function endListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function listen(server: Server, { port, host }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenRefusal(error, port, host)));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}

function greet({ origin }: Settings, invitation: { secret: string; expiresAt: Date } | null): void {
  console.log(`Cầu Nối: ${origin}`);
  if (invitation)
    console.log(
      `First administrator · Quản trị viên đầu tiên (one use, until ${invitation.expiresAt.toISOString()}): ${origin}/workbench/join/${invitation.secret}`,
    );
}

/** Why the server does not start, for the person at the terminal: one line in English and Vietnamese. */
export class StartRefused extends Error {
  constructor(line: string, cause: unknown) {
    super(line.replace(/\s*\n\s*/g, " "), { cause });
    this.name = "StartRefused";
  }
}

function listenRefusal(error: NodeJS.ErrnoException, port: number, host: string): unknown {
  if (error.code === "EADDRINUSE")
    return new StartRefused(
      `PORT=${port}: the port is taken by another program; stop that or choose another PORT · cổng đang được chương trình khác dùng; hãy dừng chương trình đó hoặc chọn PORT khác`,
      error,
    );
  if (error.code === "EACCES")
    return new StartRefused(
      `PORT=${port}: this user may not listen on the port; choose one above 1023 · người dùng này không được phép mở cổng; hãy chọn PORT trên 1023`,
      error,
    );
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return new StartRefused(`HOST=${host}: not an address of this machine · không phải địa chỉ của máy này`, error);
  return error;
}

/** What each refusal of the database means in Vietnamese, beside its own English words. */
const DATABASE_VI: Record<string, string> = {
  DatabaseNewer: "cơ sở dữ liệu mới hơn chương trình này; hãy chạy phiên bản mới hơn",
  DatabaseAltered: "cấu trúc cơ sở dữ liệu đã bị thay đổi ngoài chương trình này",
  DataFolderNotWritable: "không ghi được vào thư mục dữ liệu; hãy kiểm tra DATA_DIR và quyền ghi",
  DatabaseUnreachable: "cơ sở dữ liệu không trả lời; hãy kiểm tra DATABASE_URL",
  DatabaseUnsafe: "cơ sở dữ liệu không bảo đảm an toàn ghi như yêu cầu",
};

function startRefusal(error: unknown): unknown {
  if (error instanceof WrongSetting || error instanceof WrongCertificate) return new StartRefused(error.message, error);
  if (error instanceof DatabaseRefusal) return new StartRefused([error.message, DATABASE_VI[error.name]].filter(Boolean).join(" · "), error);
  return error;
}
