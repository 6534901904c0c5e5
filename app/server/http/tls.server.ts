import { X509Certificate } from "node:crypto";
import { readFileSync, unwatchFile, watchFile } from "node:fs";
import type { Server } from "node:https";
import { createSecureContext } from "node:tls";
import { log } from "../logging.server.ts";

/** Paths of a certificate with its chain, and of its key; both PEM. */
export interface TlsFiles {
  cert: string;
  key: string;
}

/** A certificate or key that cannot be used. The message is one line in English and Vietnamese. */
export class WrongCertificate extends Error {
  constructor(name: "TLS_CERT" | "TLS_KEY", path: string, reason: unknown) {
    const why = (reason instanceof Error ? reason.message : String(reason)).replace(/\s+/g, " ");
    super(`${name}=${path}: ${why} · ${name}=${path}: không dùng được tệp này, hãy kiểm tra đường dẫn, quyền đọc và nội dung PEM`);
    this.name = "WrongCertificate";
  }
}

/**
 * Reads a certificate and its key, and tries them on each other.
 * @throws WrongCertificate
 */
export function readTls({ cert, key }: TlsFiles): { cert: Buffer; key: Buffer } {
  const read = (name: "TLS_CERT" | "TLS_KEY", path: string): Buffer => {
    try {
      return readFileSync(path);
    } catch (error) {
      throw new WrongCertificate(name, path, error);
    }
  };
  const files = { cert: read("TLS_CERT", cert), key: read("TLS_KEY", key) };
  try {
    new X509Certificate(files.cert);
  } catch (error) {
    throw new WrongCertificate("TLS_CERT", cert, error);
  }
  try {
    createSecureContext(files);
  } catch (error) {
    throw new WrongCertificate("TLS_KEY", key, error);
  }
  return files;
}

const LOOK_EVERY_MS = 10_000;

/**
 * Takes a renewed certificate into use without a restart. While the two files do not fit each other, the one in use stays.
 * @returns how to stop
 */
export function followTls(server: Pick<Server, "setSecureContext">, files: TlsFiles, lookEveryMs = LOOK_EVERY_MS): () => void {
  const renew = () => {
    try {
      server.setSecureContext(readTls(files));
      log.info("the certificate was renewed", {});
    } catch (error) {
      log.error("the renewed certificate cannot be used; the one before stays", error);
    }
  };
  for (const path of [files.cert, files.key]) watchFile(path, { interval: lookEveryMs, persistent: false }, renew);
  return () => {
    for (const path of [files.cert, files.key]) unwatchFile(path, renew);
  };
}
