/*
 * What helps on a visitors' page where scripts run; the page is whole without. The build makes one small file of it
 * (app/cli/portal-scripts.mjs), at most 3 KB for everything together.
 */
import { offline } from "./portal/offline.js";
import { place } from "./portal/place.js";
import { reading } from "./portal/reading.js";
import { share } from "./portal/share.js";
import { terms } from "./portal/terms.js";

for (const help of [reading, place, terms, share, offline]) {
  try {
    help();
  } catch {
    // One that a browser can't do takes none of the others with it.
  }
}

// Boards of gates and notices change while they are read, other pages where a notice is about to begin or end.
if (document.querySelector("[data-revision], [data-valid-until]"))
  import("./portal/live.js").then(
    ({ live }) => live(),
    () => {},
  );

// A browser that has been in the workbench is offered to edit what it reads (in-place.js); everyone else's asks for nothing.
try {
  if (localStorage["in-place"])
    import("/in-place.js").then(
      ({ begin }) => begin(),
      () => {},
    );
} catch {
  // A browser that keeps nothing.
}
