import { type ClientRequest, request as httpRequest, type IncomingHttpHeaders } from "node:http";

export interface Heard {
  id: string;
  event: string;
  data: Record<string, unknown>;
}

export interface Listening {
  heard: Heard[];
  /** Whether the stream was ended by the server. */
  ended(): boolean;
  status(): number;
  leave(): void;
}

export interface DeviceAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  json(): Record<string, unknown>;
}

/** A device as the server knows it: cookies, and nothing else of a browser. */
export function device(port: number, origin = `http://localhost:${port}`) {
  const cookies = new Map<string, string>();

  function send(
    path: string,
    { method = "GET", body, headers = {} }: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): ClientRequest {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const json = body === undefined ? undefined : JSON.stringify(body);
    const own = { origin, "sec-fetch-site": "same-origin", ...(cookie && { cookie }), ...(json && { "content-type": "application/json" }) };
    const request = httpRequest({ host: "127.0.0.1", port, path, method, headers: { ...own, ...headers } });
    request.once("response", (response) => {
      for (const line of response.headers["set-cookie"] ?? []) {
        const [pair = ""] = line.split(";");
        cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
      }
    });
    request.end(json);
    return request;
  }

  return {
    cookies,
    ask: (path: string, how: Parameters<typeof send>[1] = {}): Promise<DeviceAnswer> =>
      new Promise((resolve, reject) => {
        const request = send(path, how);
        request.once("error", reject);
        request.once("response", (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.once("error", reject);
          response.once("end", () => {
            const bytes = Buffer.concat(chunks);
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              bytes,
              json: () => JSON.parse(bytes.toString()) as Record<string, unknown>,
            });
          });
        });
      }),
    /** @param told called with each event as it comes */
    listen(told: (event: Heard) => void = () => {}): Listening {
      const heard: Heard[] = [];
      let ended = false;
      let status = 0;
      let rest = "";
      const request = send("/display/events");
      request.once("error", () => {
        ended = true;
      });
      request.once("response", (response) => {
        status = response.statusCode ?? 0;
        response.once("close", () => {
          ended = true;
        });
        response.setEncoding("utf8").on("data", (text: string) => {
          const blocks = (rest + text).split("\n\n");
          rest = blocks.pop() ?? "";
          for (const block of blocks) {
            const fields = Object.fromEntries(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]));
            if (!fields.event) continue;
            const one = { id: fields.id ?? "", event: fields.event, data: JSON.parse(fields.data ?? "null") as Record<string, unknown> };
            heard.push(one);
            told(one);
          }
        });
      });
      return { heard, ended: () => ended, status: () => status, leave: () => request.destroy() };
    },
  };
}

export type Device = ReturnType<typeof device>;
