import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings, WrongSetting, withPort } from "./settings.server.ts";

describe("settings", () => {
  it("need nothing: SQLite under ./data, port 3000, this machine only", () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: "127.0.0.1",
      dataDir: resolve("data"),
      databaseUrl: null,
      origin: "http://localhost:3000",
      secure: false,
      trustProxy: [],
      streamsPerAddress: 200,
      tls: null,
      metricsToken: null,
      secretKey: null,
    });
  });

  it("take an empty variable for an unset one", () => {
    expect(readSettings({ PORT: "", DATABASE_URL: " ", APP_ORIGIN: "" })).toEqual(readSettings({}));
  });

  it("know from APP_ORIGIN whether there is TLS", () => {
    expect(readSettings({ APP_ORIGIN: "https://caunoi.example/" })).toMatchObject({ origin: "https://caunoi.example", secure: true });
  });

  it("speak HTTPS with a certificate and its key, at an address that says so", () => {
    const settings = readSettings({ TLS_CERT: "cert.pem", TLS_KEY: "/etc/key.pem" });
    expect(settings).toMatchObject({ tls: { cert: resolve("cert.pem"), key: "/etc/key.pem" }, origin: "https://localhost:3000", secure: true });
    expect(withPort({ ...settings, port: 0, origin: "https://localhost:0" }, 41234).origin).toBe("https://localhost:41234");
  });

  it.each([{ TLS_CERT: "cert.pem" }, { TLS_KEY: "key.pem" }])("refuse %o alone", (environment) => {
    expect(() => readSettings(environment)).toThrow(WrongSetting);
  });

  it("list trusted proxies", () => {
    expect(readSettings({ TRUST_PROXY: "10.0.0.0/8, ::1 192.168.1.7" }).trustProxy).toEqual(["10.0.0.0/8", "::1", "192.168.1.7"]);
  });

  it("follow the port that the system chose", () => {
    expect(withPort(readSettings({ PORT: "0" }), 41234)).toMatchObject({ port: 41234, origin: "http://localhost:41234" });
    expect(withPort(readSettings({ PORT: "0", APP_ORIGIN: "http://gate.test" }), 41234).origin).toBe("http://gate.test");
  });

  it.each([
    ["PORT", "80a"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["HOST", "a b"],
    ["DATABASE_URL", "mysql://somewhere/x"],
    ["APP_ORIGIN", "caunoi.example"],
    ["APP_ORIGIN", "https://caunoi.example/vi"],
    ["APP_ORIGIN", "https://caunoi.example?"],
    ["APP_ORIGIN", "ftp://caunoi.example"],
    ["TRUST_PROXY", "10.0.0.0/33"],
    ["TRUST_PROXY", "localhost"],
    ["STREAMS_PER_ADDRESS", "0"],
  ])("stop the start with one line that names %s=%s", (name, value) => {
    let message = "";
    try {
      readSettings({ [name]: value });
    } catch (error) {
      expect(error).toBeInstanceOf(WrongSetting);
      message = (error as Error).message;
    }
    expect(message).toContain(`${name}=${value}: expected`);
    expect(message).toContain(": cần ");
    expect(message).not.toContain("\n");
  });

  it.each([
    ["METRICS_TOKEN", "short"],
    ["METRICS_TOKEN", "sixteen characters and spaces"],
    ["SECRET_KEY", "shorter than thirty-two"],
  ])("stop the start without showing a wrong %s", (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(expect.objectContaining({ message: expect.stringContaining(`${name}=…: expected`) }));
    expect(() => readSettings({ [name]: value })).toThrow(expect.objectContaining({ message: expect.not.stringContaining(value) }));
  });

  it("never show a password", () => {
    expect(() => readSettings({ DATABASE_URL: "mysql://root:geheim@host/x" })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("geheim") }),
    );
  });
});
