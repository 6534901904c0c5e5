/** A change of language opens at the paragraph that is being read. */
export function place() {
  for (const link of document.querySelectorAll(".langs a"))
    link.addEventListener("click", () => {
      const read = scrollY > 200 && [...document.querySelectorAll('[id^="s-"]')].find((node) => node.getBoundingClientRect().bottom > innerHeight / 8);
      link.hash = read ? read.id : location.hash;
    });
}
