import { HEAD_SEGMENTS, type NodeId } from "./tree.ts";

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Whether a value may be a node's id. */
export const isNodeId = (value: unknown): value is NodeId =>
  typeof value === "string" && value.length <= 64 && ID.test(value) && !HEAD_SEGMENTS.includes(value);

/** A new node's id from eight random bytes: short, since it stands in addresses; two of one article hardly ever meet. */
export function nodeIdFrom(random: Uint8Array): NodeId {
  const id = Array.from(random.slice(0, 8), (byte) => LETTERS[byte % LETTERS.length]).join("");
  return isNodeId(id) ? id : `n${id}`;
}
