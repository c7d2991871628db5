// Marks on the page what a reader searched for in the text: `?h=` holds the words. The page itself is not changed.

const NAME = "hb-found";
const MOST_CHARACTERS = 300;
const SEPARATOR = "\u001f";

/** @param {import("./marks.js").Run[]} runs */
export function asParameter(runs) {
  return [...new Set(runs.filter((run) => run.marked).map((run) => run.text))].join(SEPARATOR);
}

/**
 * @param {Element} content
 * @param {string} parameter
 */
export function highlight(content, parameter) {
  const words = parameter.slice(0, MOST_CHARACTERS).split(SEPARATOR).filter(Boolean);
  if (!words.length || !globalThis.Highlight) return;
  const ranges = [];
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue ?? "";
    for (const word of words) {
      for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
        const range = new Range();
        range.setStart(walker.currentNode, start);
        range.setEnd(walker.currentNode, start + word.length);
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set(NAME, new Highlight(...ranges));
  if (!location.hash) ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: "center" });
}
