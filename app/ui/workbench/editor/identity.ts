import { isNodeId } from "../../../core/articles/node-id.ts";

/** Every node of an article's tree carries these two. */
export const IDENTITY = {
  id: {
    default: null,
    // The half that stays keeps it; whoever needs one of the two gets a new one (ids.ts).
    keepOnSplit: false,
    parseHTML: (element: HTMLElement) => (isNodeId(element.dataset.id) ? element.dataset.id : null),
    renderHTML: ({ id }: Record<string, unknown>) => (id ? { "data-id": id } : {}),
  },
  verify: {
    default: null,
    parseHTML: (element: HTMLElement) => element.dataset.verify ?? null,
    renderHTML: ({ verify }: Record<string, unknown>) => (verify ? { "data-verify": verify } : {}),
  },
};
