import { expect, test } from "vitest";
import type { AskInit } from "./server-asking.ts";
import { withToken } from "./token-asking.ts";

const refused = (code: string) => Response.json({ error: { code } }, { status: 401, headers: { date: "Mon, 23 Nov 2026 07:00:00 GMT" } });
const signed = async (at: Date) => ({ display: "d1", at: at.toISOString(), signature: "s" });

/** A server that knows the cookie only after the key was shown, if at all. */
function serverWith({ knows, code }: { knows: boolean; code: string }) {
  const asked: string[] = [];
  let cookie = false;
  const ask = async (path: string, init?: AskInit): Promise<Response> => {
    asked.push(path);
    if (path === "/display/token") {
      expect(init?.body).toEqual({ display: "d1", at: "2026-11-23T07:00:00.000Z", signature: "s" });
      if (!knows) return refused(code);
      cookie = true;
      return new Response(null, { status: 204 });
    }
    return cookie ? new Response("{}") : refused(code);
  };
  return { asked, ask };
}

test("a browser that lost its cookie is given another one by the device's signature, once for many questions", async () => {
  const { ask, asked } = serverWith({ knows: true, code: "display_unpaired" });
  let left = false;
  const asking = withToken(ask, signed, () => {
    left = true;
  });
  const answers = await Promise.all([asking("/display/manifest"), asking("/display/report"), asking("/display/receipts")]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(asked.filter((path) => path === "/display/token")).toHaveLength(1);
  expect(left).toBe(false);
});

test("a device that was revoked, or whose key is unknown, leaves", async () => {
  for (const code of ["display_revoked", "display_unpaired"]) {
    let left = 0;
    const { ask, asked } = serverWith({ knows: false, code });
    await withToken(ask, signed, () => {
      left += 1;
    })("/display/manifest");
    expect(left, code).toBe(1);
    expect(asked.includes("/display/token"), code).toBe(code === "display_unpaired");
  }
});

test("a hotspot's 401 is not the server's: the device stays what it is", async () => {
  const hotspot = async () => new Response("<html>Sign in", { status: 401 });
  await withToken(hotspot, signed, () => {
    throw new Error("left");
  })("/display/manifest");
});
