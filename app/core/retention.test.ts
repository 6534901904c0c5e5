import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ANNOUNCEMENTS_KEPT, RETENTION_DAYS } from "./retention.ts";

it("README says how long each thing is kept", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const said: Record<keyof typeof RETENTION_DAYS, string> = {
    messages: "messages of visitors, with their answers",
    searches: "searches in vain, counted by day",
    invitations: "invitations, used or run out",
    inbox: "read items of an inbox",
    presence: "who is at work where",
    progress: "progress figures by day",
    pairings: "codes of devices that asked to be paired",
    receipts: "receipts of what displays showed",
    displayHours: "hours in which displays were heard and showed something",
    displayOrders: "orders to displays",
    announcements: `announcements, but the newest ${ANNOUNCEMENTS_KEPT} at any age`,
  };
  for (const [what, words] of Object.entries(said)) {
    const days = RETENTION_DAYS[what as keyof typeof RETENTION_DAYS];
    expect(readme).toContain(`| ${words} | ${days} day${days === 1 ? "" : "s"} |`);
  }
});
