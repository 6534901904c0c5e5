/*
 * Beside the display's page and apart from all its code: when that code has not come to life in time, because a script could not be had or
 * failed, the page with the emergency numbers stays as it came, and is loaded again as soon as the server is there. Between two such
 * attempts the wait doubles, up to five minutes.
 */
(() => {
  const LIFE = 20_000;
  const LONGEST = 300_000;
  const TRIES = "display-tries";
  const isAlive = () => "device" in document.documentElement.dataset;
  const read = () => {
    try {
      return Number(sessionStorage.getItem(TRIES)) || 0;
    } catch {
      return 0;
    }
  };
  const write = (tries) => {
    try {
      sessionStorage.setItem(TRIES, String(tries));
    } catch {
      // Storage is refused: then every wait is the first one.
    }
  };

  async function look() {
    if (isAlive()) return write(0);
    const answer = await fetch("/readyz", { cache: "no-store" }).catch(() => null);
    if (isAlive()) return write(0);
    if (!answer?.ok) return void setTimeout(look, 5_000 + Math.random() * 10_000);
    write(read() + 1);
    location.reload();
  }

  setTimeout(look, Math.min(LIFE * 2 ** read(), LONGEST));
})();
