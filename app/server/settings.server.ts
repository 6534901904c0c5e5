import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

/** How the server was told to run: read once at start. */
export interface Settings {
  /** 0: any free port, for tests. */
  port: number;
  host: string;
  /** Absolute path of the folder that holds everything to be kept. */
  dataDir: string;
  /** `postgresql://…`; null: SQLite in `dataDir`. */
  databaseUrl: string | null;
  /** Scheme, host and port under which people reach the portal: every absolute address is made from it. */
  origin: string;
  /** Whether people reach it through TLS: only then HSTS and Secure cookies. */
  secure: boolean;
  /** Addresses and networks (CIDR) of proxies whose X-Forwarded-For is believed. */
  trustProxy: string[];
  /** Open event streams that one network address may hold; a gate's displays may share one. */
  streamsPerAddress: number;
  /** Paths of a certificate with its chain and of its key: the server then speaks HTTPS itself. */
  tls: { cert: string; key: string } | null;
  /** Opens /metrics to other machines; null: only this one may ask. */
  metricsToken: string | null;
  /** What members' second factors are locked with; null: what lies in `dataDir`. */
  secretKey: string | null;
}

/** What each variable takes, for the one line that a wrong value gets. */
const EXPECTED = {
  PORT: { en: "a whole number from 0 to 65535", vi: "cần một số nguyên từ 0 đến 65535" },
  HOST: { en: "an IP address or a host name to listen on", vi: "cần một địa chỉ IP hoặc tên máy để lắng nghe" },
  DATA_DIR: { en: "the path of a folder", vi: "cần đường dẫn của một thư mục" },
  DATABASE_URL: {
    en: "postgresql://user:password@host:port/name, or nothing for SQLite",
    vi: "cần postgresql://user:password@host:port/name, hoặc để trống để dùng SQLite",
  },
  APP_ORIGIN: {
    en: "http:// or https:// with host and port and nothing after them",
    vi: "cần http:// hoặc https:// cùng tên máy và cổng, không có gì phía sau",
  },
  TRUST_PROXY: {
    en: "IP addresses or networks such as 10.0.0.0/8, separated by commas",
    vi: "cần các địa chỉ IP hoặc dải mạng như 10.0.0.0/8, cách nhau bằng dấu phẩy",
  },
  TLS_CERT: { en: "the path of a certificate with its chain (PEM), together with TLS_KEY", vi: "cần đường dẫn của chứng chỉ kèm chuỗi (PEM), đi cùng TLS_KEY" },
  TLS_KEY: { en: "the path of the certificate's key (PEM), together with TLS_CERT", vi: "cần đường dẫn của khóa (PEM) cho chứng chỉ, đi cùng TLS_CERT" },
  METRICS_TOKEN: { en: "at least 16 characters without spaces", vi: "cần ít nhất 16 ký tự, không có dấu cách" },
  SECRET_KEY: { en: "at least 32 characters, the same for every instance", vi: "cần ít nhất 32 ký tự, giống nhau ở mọi phiên bản đang chạy" },
  STREAMS_PER_ADDRESS: { en: "a whole number from 1 to 100000", vi: "cần một số nguyên từ 1 đến 100000" },
} as const;

type Variable = keyof typeof EXPECTED;

/** What no log may show. */
const SECRET: readonly Variable[] = ["METRICS_TOKEN", "SECRET_KEY"];

/** A variable holds what it cannot mean. The message is one line in English and Vietnamese; a password in it is masked. */
export class WrongSetting extends Error {
  constructor(name: Variable, value: string) {
    const shown = `${name}=${SECRET.includes(name) ? "…" : value.replace(/\/\/[^@/]*@/, "//…@").slice(0, 200)}`;
    super(`${shown}: expected ${EXPECTED[name].en} · ${shown}: ${EXPECTED[name].vi}`);
    this.name = "WrongSetting";
  }
}

const whole = (from: number, to: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(from).max(to));

const isNetwork = (text: string): boolean => {
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  return family !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)));
};

const originOf = (text: string): string | null => {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const bare = url.pathname === "/" && !url.search && !url.hash && !url.username && !url.password && !text.includes("?") && !text.includes("#");
  return bare && (url.protocol === "http:" || url.protocol === "https:") ? url.origin : null;
};

const path = z.string().refine((text) => !text.includes("\0"));

const VARIABLES = {
  PORT: whole(0, 65535).default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/)
    .default("127.0.0.1"),
  DATA_DIR: path.default("./data"),
  DATABASE_URL: z
    .string()
    .refine((url) => /^postgres(ql)?:\/\/./.test(url) && URL.canParse(url))
    .nullable()
    .default(null),
  APP_ORIGIN: z
    .string()
    .refine((text) => originOf(text) !== null)
    .transform((text) => originOf(text) as string)
    .nullable()
    .default(null),
  TRUST_PROXY: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((list) => list.every(isNetwork))
    .default([]),
  STREAMS_PER_ADDRESS: whole(1, 100_000).default(200),
  TLS_CERT: path.nullable().default(null),
  TLS_KEY: path.nullable().default(null),
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/)
    .nullable()
    .default(null),
  SECRET_KEY: z.string().min(32).nullable().default(null),
} satisfies Record<Variable, z.ZodType>;

/**
 * The settings that an environment names; an empty variable counts as unset.
 * @throws WrongSetting for the first variable that holds something else than it may
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const read = <Name extends Variable>(name: Name): z.output<(typeof VARIABLES)[Name]> => {
    const value = environment[name]?.trim() || undefined;
    const parsed = VARIABLES[name].safeParse(value);
    if (!parsed.success) throw new WrongSetting(name, value ?? "");
    return parsed.data as z.output<(typeof VARIABLES)[Name]>;
  };
  const port = read("PORT");
  const [cert, key] = [read("TLS_CERT"), read("TLS_KEY")];
  if ((cert === null) !== (key === null)) throw new WrongSetting(cert === null ? "TLS_CERT" : "TLS_KEY", "");
  const tls = cert !== null && key !== null ? { cert: resolve(cert), key: resolve(key) } : null;
  const origin = read("APP_ORIGIN") ?? localOrigin(port, tls !== null);
  return {
    port,
    host: read("HOST"),
    dataDir: resolve(read("DATA_DIR")),
    databaseUrl: read("DATABASE_URL"),
    origin,
    secure: origin.startsWith("https:"),
    trustProxy: read("TRUST_PROXY"),
    streamsPerAddress: read("STREAMS_PER_ADDRESS"),
    tls,
    metricsToken: read("METRICS_TOKEN"),
    secretKey: read("SECRET_KEY"),
  };
}

const localOrigin = (port: number, secure: boolean): string => new URL(`${secure ? "https" : "http"}://localhost:${port}`).origin;

/** The settings once the port is known: with PORT=0 the system chooses it, and an unset APP_ORIGIN follows. */
export const withPort = (settings: Settings, port: number): Settings => ({
  ...settings,
  port,
  origin: settings.origin === localOrigin(settings.port, settings.tls !== null) ? localOrigin(port, settings.tls !== null) : settings.origin,
});
