/** A session ends this long after its sign-in, however busy: one shift at a desk. */
export const SESSION_HOURS = 12;

/** So long after the password the code has to come. */
export const SECOND_STEP_MINUTES = 5;

/** When a session was last seen is noted at most this often. */
export const SEEN_EVERY_MINUTES = 5;

/** A one-time link holds for so long. */
export const INVITATION_HOURS = 72;

export const minutesAfter = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000);
export const hoursAfter = (from: Date, hours: number): Date => minutesAfter(from, hours * 60);
