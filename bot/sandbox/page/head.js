// What the newest card is about, above its buttons while they have pushed its words out of view.

// A phone shows the end of a card first; whose it is and what is asked must not depend on a scroll.
export function startHead(log) {
  const head = document.getElementById("head");
  const show = () => {
    const titles = [...(log.querySelector(".message:first-child.has-keys .words")?.querySelectorAll("b") || [])];
    const top = log.getBoundingClientRect().top;
    const isOut = titles.some((title) => title.getBoundingClientRect().top < top);
    const words = isOut ? titles.map((title) => title.textContent.trim()).join(" · ") : "";
    if (head.textContent !== words) head.textContent = words;
    head.hidden = !isOut;
  };
  log.addEventListener("scroll", show);
  new ResizeObserver(show).observe(log);
  new MutationObserver(show).observe(log, { childList: true, subtree: true });
}
