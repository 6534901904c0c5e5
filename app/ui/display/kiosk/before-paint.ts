import { useEffect, useLayoutEffect } from "react";

/** An effect that runs before anything is painted; the server paints nothing, and React complains of the other one there. */
export const useBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;
