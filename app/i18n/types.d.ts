import "i18next";
import type common from "../../locales/vi/common.json";
import type errors from "../../locales/vi/errors.json";
import type kiosk from "../../locales/vi/kiosk.json";
import type visitor from "../../locales/vi/visitor.json";
import type workbench from "../../locales/vi/workbench.json";

// A misspelt key fails the type check.
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: { common: typeof common; errors: typeof errors; kiosk: typeof kiosk; visitor: typeof visitor; workbench: typeof workbench };
  }
}
