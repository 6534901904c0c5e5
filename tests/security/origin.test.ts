import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type HandRoute, serve } from "../integration/http-portal.tsx";

let written = 0;
const action = ({ request }: ActionFunctionArgs) => {
  written += 1;
  return request.headers.get("accept")?.includes("json") ? Response.json({}) : redirect("/");
};
const handle = { access: { loader: "public", action: "public" }, audience: "workbench" } as const;
const routes: HandRoute[] = [
  { id: "page", path: "page", module: { handle, action, default: () => null } },
  { id: "resource", path: "resource", module: { handle, action } },
];

let portal: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  portal = await serve(routes);
});
afterAll(() => portal.close());

const WAYS = ["/page", "/page.data", "/resource"].flatMap((path) => ["POST", "PUT", "PATCH", "DELETE"].map((method) => ({ path, method })));

it.each(WAYS)("$method $path from another site changes nothing", async ({ path, method }) => {
  written = 0;
  const strangers: Record<string, string>[] = [
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: `${portal.origin}.evil.example` },
    { origin: portal.origin.replace("http:", "https:") },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { "sec-fetch-site": "cross-site", origin: portal.origin },
    { referer: `${portal.origin}/page` },
    { origin: "http://evil.example", host: "evil.example" },
    { origin: "http://evil.example", "x-forwarded-host": "evil.example" },
  ];
  for (const headers of strangers) {
    const { status, text } = await portal.ask(path, { method, headers });
    expect([status, JSON.stringify(headers)]).toEqual([403, JSON.stringify(headers)]);
    expect(text).toContain("Yêu cầu không được gửi từ cổng thông tin này");
  }
  expect(written).toBe(0);
});

it.each(WAYS)("$method $path from our own pages is let in", async ({ path, method }) => {
  written = 0;
  const headers: Record<string, string>[] = [
    { "sec-fetch-site": "same-origin" },
    { origin: portal.origin },
    // the browser knows us under another name than APP_ORIGIN: it says itself that the page is ours
    { "sec-fetch-site": "same-origin", origin: `http://127.0.0.1:${portal.port}` },
  ];
  for (const own of headers) expect((await portal.ask(path, { method, headers: own })).status).toBeLessThan(400);
  expect(written).toBe(headers.length);
});
