/** A load generator light enough not to be what is measured: raw sockets, keep-alive, one request in flight on each. */
import { connect } from "node:net";

/**
 * Asks for one path for a while.
 * @param {{ port: number, path: string, connections: number, seconds: number }} options
 * @returns {Promise<{ requests: number, perSecond: number }>}
 * @throws Error when anything but 200 comes back
 */
export async function load({ port, path, connections, seconds }) {
  const request = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept-encoding: br\r\nconnection: keep-alive\r\n\r\n`;
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const counts = await Promise.all(Array.from({ length: connections }, () => ask(port, request, until)));
  const requests = counts.reduce((sum, count) => sum + count, 0);
  return { requests, perSecond: (requests * 1000) / (performance.now() - begun) };
}

/** @param {number} port @param {string} request @param {number} until @returns {Promise<number>} requests answered */
function ask(port, request, until) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(request));
    let count = 0;
    /** Bytes of the answer still to come; null: its head has not been read. */
    let left = /** @type {number | null} */ (null);
    let head = "";
    const answered = () => {
      count += 1;
      left = null;
      head = "";
      if (performance.now() < until) socket.write(request);
      else socket.end(() => resolve(count));
    };
    socket.on("data", (chunk) => {
      if (left === null) {
        head += chunk.toString("latin1");
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) return;
        const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
        if (!head.startsWith("HTTP/1.1 200") || !length) return void reject(new Error(`unexpected answer: ${head.slice(0, end)}`));
        left = Number(length) - (head.length - end - 4);
      } else left -= chunk.length;
      if (left === 0) answered();
    });
    socket.once("error", reject);
  });
}
