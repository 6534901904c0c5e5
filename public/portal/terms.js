/** A term's explanation beside the word instead of at the end of the article. Opens with focus inside, closes by Escape, by leaving it or by its word. */
export function terms() {
  let open = null;

  const close = (back) => {
    if (!open) return;
    const { card, word } = open;
    open = null;
    card.remove();
    word.removeAttribute("aria-expanded");
    if (back) word.focus();
  };

  const show = (word, entry) => {
    const card = document.createElement("div");
    card.className = "term-card";
    card.tabIndex = -1;
    card.setAttribute("role", "group");
    card.setAttribute("aria-label", word.textContent);
    card.append(...entry.cloneNode(true).childNodes);
    document.getElementById("main").append(card);
    const { left, bottom } = word.getBoundingClientRect();
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    card.style.left = `${Math.max(8, Math.min(left, room)) + scrollX}px`;
    card.style.top = `${bottom + scrollY + 6}px`;
    word.setAttribute("aria-expanded", "true");
    open = { card, word };
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };

  addEventListener("click", (event) => {
    const word = event.target.closest("a.term");
    const here = open;
    if (here?.card.contains(event.target)) {
      event.preventDefault();
      if (event.target.closest("a")) close(true);
      return;
    }
    close(false);
    const entry = word && document.getElementById(word.hash.slice(1));
    if (!entry || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (here?.word !== word) show(word, entry);
  });
  addEventListener("keydown", ({ key, target }) => {
    if (!open || (key !== "Escape" && !(key === "Tab" && target === open.card))) return;
    // Tab goes on from the word, where the reader was.
    close(true);
  });
  addEventListener("resize", () => close(false));
}
