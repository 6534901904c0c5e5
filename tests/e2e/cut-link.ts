import { connect, createServer, type Socket } from "node:net";

/** The wire between a device and its server. */
export interface Wire {
  /** The server's address at this end. */
  origin: string;
  /** From now on nothing gets through, and what was open is gone. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** A TCP proxy in front of a server: cut, it behaves like a cable that was pulled out. @param origin the server's */
export async function openWire(origin: string): Promise<Wire> {
  const { port } = new URL(origin);
  const open = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return void near.destroy();
    const far = connect(Number(port), "127.0.0.1");
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    origin: `http://localhost:${typeof address === "object" && address ? address.port : 0}`,
    cut() {
      whole = false;
      for (const socket of open) socket.destroy();
    },
    mend() {
      whole = true;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
