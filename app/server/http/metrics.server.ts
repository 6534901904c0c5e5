import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { sha256Hex } from "../../core/hash.ts";
import type { Settings } from "../settings.server.ts";

/** A figure as Prometheus reads it: what it means, and whether it only ever grows. */
export interface Figure {
  name: string;
  help: string;
  type: "gauge" | "counter";
  value: number;
}

/** Connections that no other machine can make. */
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/**
 * Whether the figures may be told: from this machine itself, or with the token (`Authorization: Bearer`). Behind a trusted proxy every
 * request comes from this machine, so there only the token counts.
 */
export function mayReadMetrics({ socket, headers }: Pick<IncomingMessage, "socket" | "headers">, { metricsToken, trustProxy }: Settings): boolean {
  const given = /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1];
  if (metricsToken !== null && given !== undefined) return timingSafeEqual(Buffer.from(sha256Hex(given)), Buffer.from(sha256Hex(metricsToken)));
  return trustProxy.length === 0 && headers["x-forwarded-for"] === undefined && LOOPBACK.test(socket.remoteAddress ?? "");
}

export function sendMetrics(response: ServerResponse, figures: readonly Figure[]): void {
  const lines = figures.flatMap(({ name, help, type, value }) => [
    `# HELP cau_noi_${name} ${help}`,
    `# TYPE cau_noi_${name} ${type}`,
    `cau_noi_${name} ${value}`,
  ]);
  response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff" });
  response.end(`${lines.join("\n")}\n`);
}

/** What the process itself costs. */
export function processFigures(): Figure[] {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    { name: "uptime_seconds", help: "Since the process began.", type: "gauge", value: Math.round(process.uptime()) },
    { name: "memory_bytes", help: "Resident memory.", type: "gauge", value: rss },
    { name: "heap_bytes", help: "Heap in use.", type: "gauge", value: heapUsed },
    { name: "cpu_seconds_total", help: "Processor time used.", type: "counter", value: (user + system) / 1e6 },
  ];
}
