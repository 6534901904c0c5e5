import { expect, it } from "vitest";
import { pageParts } from "./page-parts.server.ts";
import { openResources } from "./resources.server.ts";

const MINUTE = 60_000;

it("a resource that no manifest lists any more is kept for those who are at it, then forgotten; listed again it is there again", () => {
  let now = 0;
  const resources = openResources(() => now);
  const old = resources.add("/old", "text/plain", Buffer.from("old"));
  const used = resources.add("/used", "text/plain", Buffer.from("used"));
  const listed = new Set([used.sha256]);
  now = 29 * MINUTE;
  resources.sweep(listed);
  expect([old, used].map(({ sha256 }) => resources.find(sha256) !== null)).toEqual([true, true]);
  now = 31 * MINUTE;
  resources.sweep(listed);
  expect([old, used].map(({ sha256 }) => resources.find(sha256) !== null)).toEqual([false, true]);
  resources.addKnown(old, Buffer.from("old"));
  expect(resources.find(old.sha256)?.source).toEqual(Buffer.from("old"));
});

it("the parts of a page are all that it names, and that those name, to the end, and nothing else", async () => {
  const files: Record<string, string> = {
    "/assets/entry-abcd1234.js": 'import"./shared-abcd1234.js";const d=()=>["assets/lazy-abcd1234.js","assets/look-abcd1234.css"]',
    "/assets/shared-abcd1234.js": 'import"./entry-abcd1234.js"',
    "/assets/lazy-abcd1234.js": "1",
    "/assets/look-abcd1234.css": "a{background:url(/assets/sign-abcd1234.svg)}",
    "/assets/sign-abcd1234.svg": "<svg/>",
    "/assets/manifest-abcd1234.js": '"/assets/workbench-abcd1234.js"',
    "/assets/workbench-abcd1234.js": "2",
    "/display/watch.js": "3",
    "/locales/display.1.json": "{}",
  };
  const html =
    '<link href="/assets/look-abcd1234.css"><script src="/display/watch.js"></script><script>import "/assets/manifest-abcd1234.js";import "/assets/entry-abcd1234.js"</script><link href="/locales/display.1.json"><a href="/gone.js">';
  const parts = await pageParts(html, async (path) => (files[path] === undefined ? null : Buffer.from(files[path])));
  const expected = ["entry-abcd1234.js", "lazy-abcd1234.js", "look-abcd1234.css", "manifest-abcd1234.js", "shared-abcd1234.js", "sign-abcd1234.svg"];
  expect(parts.map(({ resource }) => resource.path)).toEqual([...expected.map((name) => `/assets/${name}`), "/display/watch.js"]);
  expect(parts.every(({ resource, body }) => resource.bytes === body.length)).toBe(true);
});
