/** A session ends this long after its sign-in, however busy: one shift at a desk. */
export const SESSION_HOURS = 12;

/** A one-time link holds for so long. */
export const INVITATION_HOURS = 72;

export const hoursAfter = (from: Date, hours: number): Date => new Date(from.getTime() + hours * 3_600_000);
