import "i18next";
import type asking from "../../locales/vi/asking.json";
import type common from "../../locales/vi/common.json";
import type errors from "../../locales/vi/errors.json";
import type kiosk from "../../locales/vi/kiosk.json";
import type pages from "../../locales/vi/pages.json";
import type tools from "../../locales/vi/tools.json";
import type visitor from "../../locales/vi/visitor.json";
import type workbench from "../../locales/vi/workbench.json";

// A misspelt key fails the type check.
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: {
      asking: typeof asking;
      common: typeof common;
      errors: typeof errors;
      kiosk: typeof kiosk;
      pages: typeof pages;
      tools: typeof tools;
      visitor: typeof visitor;
      workbench: typeof workbench;
    };
  }
}
