import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/**
 * Tells a request's network address. X-Forwarded-For is read only when the connection comes from a trusted proxy, and from its end:
 * each trusted proxy vouches for the one entry before it, and what stands before those anybody may have written.
 * @param trusted addresses and networks (CIDR)
 */
export function clientAddresses(trusted: readonly string[]): (request: Pick<IncomingMessage, "socket" | "headers">) => string {
  const list = new BlockList();
  for (const entry of trusted) {
    const [address = "", bits] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  const isTrusted = (address: string) => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

  return ({ socket, headers }) => {
    let address = plain(socket.remoteAddress ?? "");
    if (trusted.length === 0) return address;
    const hops = String(headers["x-forwarded-for"] ?? "")
      .split(",")
      .map((hop) => plain(hop.trim()));
    while (isTrusted(address)) {
      const before = hops.pop();
      if (!before || isIP(before) === 0) break;
      address = before;
    }
    return address;
  };
}

/** An IPv4 address that came through an IPv6 socket, as itself. */
const plain = (address: string): string => (address.startsWith("::ffff:") && isIP(address.slice(7)) === 4 ? address.slice(7) : address);
