import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { Pictogram } from "./pictogram.tsx";

it("every topic of the starter content has a pictogram of its own", () => {
  const topics = parse(readFileSync("prisma/starter/topics.yaml", "utf8")) as { icon: string }[];
  const fallback = renderToStaticMarkup(<Pictogram name="nothing-like-it" />);
  const drawn = topics.map(({ icon }) => renderToStaticMarkup(<Pictogram name={icon} />));
  expect(drawn).not.toContain(fallback);
  expect(new Set(drawn).size).toBe(topics.length);
});

it("a name from the outside that means something to JavaScript is no pictogram", () => {
  expect(renderToStaticMarkup(<Pictogram name="constructor" />)).toBe(renderToStaticMarkup(<Pictogram name="document" />));
});
