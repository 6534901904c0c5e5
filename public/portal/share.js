/** The device's own sharing where it has one; elsewhere (WeChat, Zalo) the address to copy and the QR code stay as the page shows them. */
export function share() {
  const box = document.querySelector(".share");
  if (!box) return;
  const address = box.querySelector("code");
  const button = box.querySelector("button");
  if (navigator.share)
    box.firstElementChild.addEventListener("click", (event) => {
      event.preventDefault();
      navigator.share({ title: document.title, url: address.textContent }).catch(({ name }) => {
        if (name !== "AbortError") box.open = true;
      });
    });
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(address.textContent);
    } catch {
      // Without the permission, or outside a secure context.
      getSelection().selectAllChildren(address);
      document.execCommand("copy");
    }
    button.textContent = button.dataset.done;
  });
}
