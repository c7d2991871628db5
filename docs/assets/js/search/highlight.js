// Marks on the page what a reader searched for in the text: `?h=` holds it. The page itself is not changed.

const NAME = "hb-found";
const MOST_CHARACTERS = 300;
const SEPARATOR = "\u001f";
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
/** One letter alone stands in too many words. */
const LEAST = 2;
/** What may stand between two words of a phrase: the page has links and marks where the excerpt has none. */
const BETWEEN = String.raw`[^\p{L}\p{M}\p{N}]{0,9}`;
/** A Latin word or a number is whole: no letter and no digit stands beside it. */
const LATIN = String.raw`[\p{Script=Latin}\p{Nd}]`;
const BLOCKS = "p, li, dt, dd, th, td, caption, figcaption, h1, h2, h3, h4, h5, h6, summary, blockquote, pre, div, section";

/**
 * The marked parts of an excerpt. Those that only punctuation parts are one phrase: of `1006.14(b)(2)` no `b` is meant.
 * @param {import("./marks.js").Run[]} runs
 */
export function asParameter(runs) {
  /** @type {string[]} */
  const phrases = [];
  let goesOn = false;
  for (const { text, marked } of runs) {
    if (!marked) goesOn &&= !text.match(WORDS);
    else if (goesOn) phrases.push(`${phrases.pop()} ${text}`);
    else phrases.push(text);
    goesOn ||= marked;
  }
  return [...new Set(phrases.filter((phrase) => phrase.length >= LEAST))].join(SEPARATOR);
}

/**
 * @param {Element} content
 * @param {string} parameter
 */
export function highlight(content, parameter) {
  const patterns = parameter.slice(0, MOST_CHARACTERS).split(SEPARATOR).flatMap(pattern);
  if (!patterns.length || !globalThis.Highlight) return;
  const ranges = found(content, patterns);
  CSS.highlights.set(NAME, new Highlight(...ranges));
  if (!location.hash) ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: "center" });
}

/** @param {string} phrase @returns {RegExp[]} None where too little is left of it. */
function pattern(phrase) {
  const words = phrase.match(WORDS) ?? [];
  const text = words.join("");
  if (text.length < LEAST) return [];
  const isLatin = new RegExp(LATIN, "u");
  const before = isLatin.test(text[0]) ? `(?<!${LATIN})` : "";
  const after = isLatin.test(text[text.length - 1]) ? `(?!${LATIN})` : "";
  return [new RegExp(before + words.join(BETWEEN) + after, "giu")];
}

/**
 * Where the patterns stand in a content, in order; a phrase may go on in another node of its block.
 * @param {Element} content
 * @param {RegExp[]} patterns
 */
function found(content, patterns) {
  const { text, nodes } = read(content);
  const place = (/** @type {number} */ at) => /** @type {Piece} */ (nodes.findLast(({ start }) => start <= at));
  return patterns
    .flatMap((each) => [...text.matchAll(each)])
    .sort((left, right) => left.index - right.index)
    .map((match) => {
      const last = match.index + match[0].length - 1;
      const [first, end] = [place(match.index), place(last)];
      const range = new Range();
      range.setStart(first.node, match.index - first.start);
      range.setEnd(end.node, last + 1 - end.start);
      return range;
    });
}

/**
 * @typedef {{ node: Node, start: number }} Piece A node and where its text begins in the whole.
 */

/**
 * The text of a content with its nodes, blocks parted from each other.
 * @param {Element} content
 */
function read(content) {
  /** @type {Piece[]} */
  const nodes = [];
  let text = "";
  /** @type {Element | null | undefined} */
  let block;
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const own = node.parentElement?.closest(BLOCKS);
    if (own !== block) text += "\n";
    block = own;
    nodes.push({ node, start: text.length });
    text += node.nodeValue;
  }
  return { text, nodes };
}
