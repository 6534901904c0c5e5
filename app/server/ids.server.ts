import { randomBytes } from "node:crypto";

/** A row's id: 48 bits of time, then 80 random bits, in hexadecimal; sortable by the time of making. */
export const newId = (): string => Date.now().toString(16).padStart(12, "0") + randomBytes(10).toString("hex");
