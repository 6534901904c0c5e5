import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connect } from "node:tls";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { followTls, readTls, WrongCertificate } from "../../../app/server/http/tls.server.ts";
import { serve } from "../http-portal.tsx";
import { selfSigned } from "./certificate.ts";

describe("HTTPS by certificate and key", () => {
  let folder: string;
  const file = (name: string) => join(folder, name);
  const make = (name: string) => {
    const { cert, key } = selfSigned(name);
    writeFileSync(file(`${name}.pem`), cert);
    writeFileSync(file(`${name}.key`), key);
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "cau-noi-tls-"));
    make("first");
    make("second");
    writeFileSync(file("nonsense.pem"), "no certificate");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ["a certificate that is not there", "none.pem", "first.key", /^TLS_CERT=.*none\.pem/],
    ["a certificate that is none", "nonsense.pem", "first.key", /^TLS_CERT=.*nonsense\.pem/],
    ["a key that is not there", "first.pem", "none.key", /^TLS_KEY=.*none\.key/],
    ["the key of another certificate", "first.pem", "second.key", /^TLS_KEY=.*second\.key/],
  ])("%s stops the start with one line that names the file", (_, cert, key, line) => {
    const read = () => readTls({ cert: file(cert), key: file(key) });
    expect(read).toThrow(WrongCertificate);
    expect(read).toThrow(line);
    expect(read).not.toThrow(/\n/);
  });

  it("goes on with a renewed certificate without a restart, and with the one before while the new one is broken", async () => {
    const files = { cert: file("in-use.pem"), key: file("in-use.key") };
    const use = (name: string) => {
      copyFileSync(file(`${name}.key`), files.key);
      copyFileSync(file(`${name}.pem`), files.cert);
    };
    use("first");
    const server: Server = createServer(readTls(files), (_, response) => response.end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const stop = followTls(server, files, 20);
    const { port } = server.address() as AddressInfo;
    const shown = () =>
      new Promise<unknown>((resolve, reject) => {
        const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false }, () => {
          resolve(socket.getPeerCertificate().subject.CN);
          socket.destroy();
        });
        socket.once("error", reject);
      });
    expect(await shown()).toBe("first");
    copyFileSync(file("nonsense.pem"), files.cert);
    await pause(500);
    expect(await shown()).toBe("first");
    use("second");
    await vi.waitFor(async () => expect(await shown()).toBe("second"), { timeout: 5_000 });
    stop();
    await new Promise((resolve) => server.close(resolve));
  });
});

describe("the figures at /metrics", () => {
  const TOKEN = "sixteen-characters";
  const withToken = { headers: { authorization: `Bearer ${TOKEN}` } };

  it("are told to this machine, in the form that Prometheus reads", async () => {
    const portal = await serve([]);
    const { status, text, headers } = await portal.ask("/metrics");
    expect(status).toBe(200);
    expect(headers["content-type"]).toContain("version=0.0.4");
    for (const line of text.trim().split("\n")) expect(line).toMatch(/^(# (HELP|TYPE) cau_noi_\w+ .+|cau_noi_\w+ \d+(\.\d+)?(e[+-]\d+)?)$/);
    expect(text).toContain("cau_noi_display_streams 0");
    expect((await portal.ask("/metrics", { headers: { "x-forwarded-for": "203.0.113.7" } })).status).toBe(404);
    await portal.close();
  });

  it("need the token whenever a proxy is trusted", async () => {
    const portal = await serve([], { env: { TRUST_PROXY: "127.0.0.1", METRICS_TOKEN: TOKEN } });
    expect((await portal.ask("/metrics")).status).toBe(404);
    expect((await portal.ask("/metrics", { headers: { authorization: "Bearer another-token-16" } })).status).toBe(404);
    expect((await portal.ask("/metrics", withToken)).status).toBe(200);
    await portal.close();
    const without = await serve([], { env: { TRUST_PROXY: "127.0.0.1" } });
    expect((await without.ask("/metrics", withToken)).status).toBe(404);
    await without.close();
  });
});
