// Puts texts into elements of its own, as extensions do, when the program has just seen that nothing was altered.
const count = Document.prototype.evaluate;
Document.prototype.evaluate = function (...asked) {
  setTimeout(alter);
  return count.apply(this, asked);
};

function alter() {
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walk.nextNode()) texts.push(walk.currentNode);
  for (const text of texts.filter((it) => it.data.trim() && it.parentElement.matches("a, p, label, span"))) {
    const mine = document.createElement("i");
    mine.className = "of-others";
    text.replaceWith(mine);
    mine.append(text);
  }
  window.alteredInTime = document.querySelectorAll(".of-others").length > 20 && !("alive" in document.documentElement.dataset);
}
