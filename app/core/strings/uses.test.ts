import { expect, it } from "vitest";
import { usesOf } from "./uses.ts";

const keys = {
  visitor: ["home.title", "home.lead", "kinds.road", "kinds.rail", "found_other"],
  desk: ["title", "home.title"],
  errors: ["lost.title", "lost.body"],
};
const pages = { "app/routes/home/route.tsx": "home", "app/routes/desk/route.tsx": "desk" };
const uses = (sources: Record<string, string>) => usesOf(sources, pages, keys);
const home = `import { Home } from "../../ui/home.tsx";`;

it("a string belongs to the pages whose parts ask for it, however deep", () => {
  const deep = { "app/ui/home.tsx": `import { Lead } from "./lead.tsx";`, "app/ui/lead.tsx": `const { t } = useTranslation("visitor"); t("home.lead");` };
  expect(uses({ "app/routes/home/route.tsx": home, ...deep })).toEqual({ visitor: { "home.lead": ["home"] } });
  expect(uses({ "app/routes/desk/route.tsx": `import { Lead } from "../../ui/lead.tsx";`, "app/routes/home/route.tsx": home, ...deep })).toEqual({
    visitor: { "home.lead": ["desk", "home"] },
  });
});

it("the namespace decides which of two strings with one key is meant; a key may name its own", () => {
  const ui = `const { t } = useTranslation(["visitor", "errors"]); t("home.title"); t("errors:lost.body")`;
  expect(uses({ "app/routes/home/route.tsx": home, "app/ui/home.tsx": ui })).toEqual({
    visitor: { "home.title": ["home"] },
    errors: { "lost.body": ["home"] },
  });
});

it("keys made of parts, plural forms, and words inside a template are found", () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source text of a template
  const ui = 'const { t } = useTranslation("visitor"); t(`kinds.${kind}`); t("found", { count }); ` · ${t("home.lead")}`; t(`errors:${code}.title`);';
  expect(uses({ "app/routes/home/route.tsx": home, "app/ui/home.tsx": ui })).toEqual({
    visitor: { "kinds.road": ["home"], "kinds.rail": ["home"], found_other: ["home"], "home.lead": ["home"] },
    errors: { "lost.title": ["home"] },
  });
});

it("a part that is handed its words speaks the namespace of where they come from", () => {
  const words = `export const words = (t: TFunction<"desk">) => t("title");`;
  expect(
    uses({
      "app/routes/desk/route.tsx": `import { Part } from "../../ui/part.tsx";`,
      "app/ui/part.tsx": `import { words } from "./words.ts";\nconst { t } = useWords(); t("home.title");`,
      "app/ui/words.ts": words,
    }),
  ).toEqual({ desk: { title: ["desk"], "home.title": ["desk"] } });
});

it("a page that takes a type alone from another shows nothing of it", () => {
  const typed = `import type { View } from "../../ui/home.tsx";`;
  expect(
    uses({ "app/routes/home/route.tsx": home, "app/routes/desk/route.tsx": typed, "app/ui/home.tsx": `useTranslation("visitor"); t("home.title")` }),
  ).toEqual({
    visitor: { "home.title": ["home"] },
  });
});

it("what no page reaches is used nowhere", () => {
  expect(uses({ "app/ui/home.tsx": `useTranslation("visitor"); t("home.title")` })).toEqual({});
});
