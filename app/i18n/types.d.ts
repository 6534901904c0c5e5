import "i18next";
import type asking from "../../locales/vi/asking.json";
import type checks from "../../locales/vi/checks.json";
import type common from "../../locales/vi/common.json";
import type desk from "../../locales/vi/desk.json";
import type device from "../../locales/vi/device.json";
import type errors from "../../locales/vi/errors.json";
import type fleet from "../../locales/vi/fleet.json";
import type kiosk from "../../locales/vi/kiosk.json";
import type notes from "../../locales/vi/notes.json";
import type pages from "../../locales/vi/pages.json";
import type people from "../../locales/vi/people.json";
import type publishing from "../../locales/vi/publishing.json";
import type records from "../../locales/vi/records.json";
import type tools from "../../locales/vi/tools.json";
import type visitor from "../../locales/vi/visitor.json";
import type workbench from "../../locales/vi/workbench.json";
import type writing from "../../locales/vi/writing.json";

// A misspelt key fails the type check.
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: {
      asking: typeof asking;
      checks: typeof checks;
      common: typeof common;
      desk: typeof desk;
      errors: typeof errors;
      kiosk: typeof kiosk;
      notes: typeof notes;
      pages: typeof pages;
      people: typeof people;
      publishing: typeof publishing;
      device: typeof device;
      fleet: typeof fleet;
      records: typeof records;
      tools: typeof tools;
      visitor: typeof visitor;
      workbench: typeof workbench;
      writing: typeof writing;
    };
  }
}
