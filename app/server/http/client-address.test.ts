import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { clientAddresses } from "./client-address.server.ts";

const request = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded } }) as Pick<IncomingMessage, "socket" | "headers">;

it.each([
  ["nobody is trusted: the header counts for nothing", [], "203.0.113.9", "198.51.100.1", "203.0.113.9"],
  ["an untrusted connection: neither", ["10.0.0.0/8"], "203.0.113.9", "198.51.100.1", "203.0.113.9"],
  ["a trusted proxy vouches for the last entry only", ["10.0.0.0/8"], "10.1.2.3", "1.2.3.4, 198.51.100.1", "198.51.100.1"],
  ["two hops of trusted proxies", ["10.0.0.0/8", "192.0.2.7"], "10.1.2.3", "6.6.6.6, 198.51.100.1, 192.0.2.7", "198.51.100.1"],
  ["all entries are proxies", ["10.0.0.0/8"], "10.1.2.3", "10.9.9.9", "10.9.9.9"],
  ["no header behind a proxy", ["10.0.0.0/8"], "10.1.2.3", undefined, "10.1.2.3"],
  ["what is no address ends the search", ["10.0.0.0/8"], "10.1.2.3", "198.51.100.1, unknown", "10.1.2.3"],
  ["IPv4 through an IPv6 socket", ["127.0.0.1"], "::ffff:127.0.0.1", "2001:db8::5", "2001:db8::5"],
  ["an IPv6 network", ["2001:db8::/32"], "2001:db8::1", "198.51.100.1", "198.51.100.1"],
])("%s", (_, trusted, connection, forwarded, address) => {
  expect(clientAddresses(trusted)(request(connection, forwarded))).toBe(address);
});
