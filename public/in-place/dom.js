/**
 * @param {string} name
 * @param {Record<string, unknown>} [properties] those with a dash are attributes
 * @param {...(Node | string)} children
 */
export function make(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties))
    if (key.includes("-") || key === "role") made.setAttribute(key, String(value));
    else made[key] = value;
  made.append(...children);
  return made;
}

/** A pencil, in the colour of the words around it. */
export function pencil() {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", "M4 20l1-5L16 4l4 4L9 19l-5 1zM13.5 6.5l4 4");
  picture.append(line);
  return picture;
}

/** A unit's address at a desk; `anchorOf` (app/ui/workbench/desk/anchors.ts) names its row. */
export const atDesk = (desk, unit) => `/workbench/${desk}?unit=${encodeURIComponent(unit)}#u-${encodeURIComponent(unit)}`;
