/** The service worker that keeps pages for times without a link, and the gate that the visitor wants kept. */
export function offline() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  // A worker that is there renews itself behind each visit; to register it again would keep one that is taking itself away.
  const begin = () => workers.controller || workers.register("/sw.js").catch(() => {});
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);

  const box = document.querySelector(".keep");
  if (!box) return;
  const [button] = box.children;
  const show = ({ state, done, of }) => {
    box.hidden = false;
    box.dataset.state = state;
    button.setAttribute("aria-pressed", String(state === "kept"));
    button.disabled = state === "busy";
    for (const note of box.querySelectorAll("[data-when]")) note.hidden = note.dataset.when !== state;
    box.querySelector("progress").value = of ? done / of : 0;
  };
  const ask = async (kind) => {
    const { active } = await workers.ready;
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => show(data);
    active.postMessage({ kind, path: location.pathname }, [channel.port2]);
  };
  button.addEventListener("click", () => ask(box.dataset.state === "kept" ? "forget" : "keep"));
  void ask("is-kept");
}
