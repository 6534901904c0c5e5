/**
 * Lets the displays' service worker keep this page and the pictures of its articles (by their addresses), so that a reload without a server shows it again. Without a secure
 * context (HTTPS or localhost) there is no worker: the open page goes on all the same, only a reload needs the server.
 */
export async function holdPage(pictures: readonly string[]): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("/display/sw.js", { scope: "/kiosk" });
    const { active } = await navigator.serviceWorker.ready;
    // The page was fetched before the worker was there to see it.
    active?.postMessage({ kind: "hold", path: window.location.pathname, pictures });
  } catch {
    // refused by the browser's settings: the page works, unheld
  }
}
