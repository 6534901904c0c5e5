import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { expect, it } from "vitest";
import { serve } from "./http-portal.tsx";

it("a visitors' page that is for who asks alone knows the address, and lies in no cache", async () => {
  let made = 0;
  const page = (path: string, rest: object) => ({
    id: path,
    path: `/:lang/${path}`,
    module: {
      handle: { access: { loader: "public" }, audience: "visitor", ...rest },
      loader: ({ context }: LoaderFunctionArgs) => {
        made += 1;
        return { text: `from "${context.address}"` };
      },
      default: function Shown() {
        return <p>{(useLoaderData() as { text: string }).text}</p>;
      },
    },
  });
  const portal = await serve([page("mine", { personal: true }), page("everyones", {})]);
  try {
    const [mine, again] = [await portal.ask("/vi/mine"), await portal.ask("/vi/mine")];
    expect([mine.text, again.text].every((html) => html.includes("127.0.0.1"))).toBe(true);
    expect([made, mine.headers["cache-control"]]).toEqual([2, "no-cache"]);
    await portal.ask("/vi/everyones");
    expect((await portal.ask("/vi/everyones")).text).not.toContain("127.0.0.1");
    expect(made).toBe(3);
  } finally {
    await portal.close();
  }
});
