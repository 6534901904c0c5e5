import type { Report } from "../../../core/displays/protocol.ts";

type Trouble = Report["errors"][number];

/** What went wrong since the server was last told; the newest of it, when it is much. */
export interface TroubleLog {
  note(message: string): void;
  all(): Trouble[];
  /** These were told. */
  told(troubles: readonly Trouble[]): void;
}

const MOST = 50;
const LONGEST = 300;

export function openTroubleLog(): TroubleLog {
  let troubles: Trouble[] = [];
  return {
    note(message) {
      const line = message.replace(/\s+/g, " ").slice(0, LONGEST);
      if (troubles.at(-1)?.message === line) return;
      troubles = [...troubles, { at: new Date().toISOString(), message: line }].slice(-MOST);
    },
    all: () => troubles,
    told(those) {
      troubles = troubles.filter((trouble) => !those.includes(trouble));
    },
  };
}
