/** How often a worker that could not be had is tried again, and a newer one looked for (ms). */
const TRY_AGAIN = 10_000;
const LOOK_FOR_NEWER = 6 * 3_600_000;

/**
 * Keeps the displays' service worker at its post: registers it, again and again if need be (its store on the disk may be damaged), has it
 * keep this page, and looks for a newer one.
 * @param onBroken told which file the worker found broken
 * @returns the way to stop
 */
export function keepWorker(onBroken: (sha256: string) => void, trouble: (message: string) => void): () => void {
  if (!("serviceWorker" in navigator)) return () => {};
  const { serviceWorker } = navigator;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = ({ data }: MessageEvent) => {
    if (data?.kind === "broken" && typeof data.sha256 === "string") onBroken(data.sha256);
  };
  serviceWorker.addEventListener("message", heard);

  async function stand(): Promise<void> {
    let wait = LOOK_FOR_NEWER;
    try {
      const registration = await serviceWorker.register("/display/sw.js", { scope: "/display", updateViaCache: "none" });
      if (registration.active) await registration.update();
      const { active } = await serviceWorker.ready;
      active?.postMessage({ kind: "hold", path: "/display" });
    } catch (error) {
      // Without a server there is no newer one, and no way to tell whether there is one at all.
      if (!serviceWorker.controller) trouble(`worker: ${error instanceof Error ? error.message : String(error)}`);
      wait = TRY_AGAIN;
    }
    timer = setTimeout(stand, wait);
  }

  void stand();
  return () => {
    clearTimeout(timer);
    serviceWorker.removeEventListener("message", heard);
  };
}

/** Resolves when the worker answers for this page, or after so many ms. */
export async function underWorker(ms: number): Promise<void> {
  if (!("serviceWorker" in navigator) || navigator.serviceWorker.controller) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    navigator.serviceWorker.addEventListener(
      "controllerchange",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
