// Marks on the page what a reader searched for in the text: `?h=` holds it. The page itself is not changed.

import { dropMarked } from "./addresses.js";
import { element } from "./dom.js";

const NAME = "hb-found";
const MOST_CHARACTERS = 300;
const SEPARATOR = "\u001f";
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
/** What ends a phrase: another word, or the end of a sentence. */
const ENDS = /[\p{L}\p{M}\p{N}。！？；]/u;
/** One letter alone stands in too many words. */
const LEAST = 2;
/** What may stand between two words of a phrase: the page has links and marks where the excerpt has none. */
const BETWEEN = String.raw`[^\p{L}\p{M}\p{N}]{0,9}`;
/** A Latin word or a number is whole: no letter and no digit stands beside it. */
const LATIN = String.raw`[\p{Script=Latin}\p{Nd}]`;
const HEADINGS = "h1, h2, h3, h4, h5, h6";
const BLOCKS = `${HEADINGS}, p, li, dt, dd, th, td, caption, figcaption, summary, blockquote, pre, div, section`;
/** Pixels at the edges of the window where the header or a bar may lie over the page. */
const MARGIN = 100;

/**
 * The marked parts of an excerpt. Those that only punctuation parts are one phrase: of `1006.14(b)(2)` no `b` is meant.
 * @param {import("./marks.js").Run[]} runs
 */
export function asParameter(runs) {
  /** @type {string[]} */
  const phrases = [];
  let goesOn = false;
  for (const { text, marked } of runs) {
    if (!marked) goesOn &&= !ENDS.test(text);
    else if (goesOn) phrases.push(`${phrases.pop()} ${text}`);
    else phrases.push(text);
    goesOn ||= marked;
  }
  return [...new Set(phrases.filter((phrase) => phrase.length >= LEAST))].join(SEPARATOR);
}

/**
 * Mark what the address asks for and lead to it; a button and Esc take the marks away.
 * @param {Element} content
 * @param {string} parameter
 * @param {import("./rows.js").Words} words
 */
export async function highlight(content, parameter, words) {
  const phrases = parameter.slice(0, MOST_CHARACTERS).split(SEPARATOR);
  const ranges = globalThis.Highlight ? found(content, phrases.sort((left, right) => right.length - left.length).flatMap(pattern)) : [];
  if (!ranges.length) return;
  CSS.highlights.set(NAME, new Highlight(...ranges));
  offerToUnmark(content, words.unmark(ranges.length));
  await arrived();
  const first = firstOf(content, ranges);
  if (first) bringIntoView(first);
}

/**
 * @param {Element} content
 * @param {string} label
 */
function offerToUnmark(content, label) {
  const button = element("button", { type: "button", class: "hb-unmark" }, `${label} `, element("kbd", { "aria-hidden": "true" }, "Esc"));
  const unmark = () => {
    CSS.highlights.delete(NAME);
    dropMarked();
    button.remove();
    document.removeEventListener("keydown", onKey);
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && !event.isComposing && !event.defaultPrevented && !document.querySelector("dialog[open]")) unmark();
  };
  button.setAttribute("aria-keyshortcuts", "Escape");
  button.addEventListener("click", unmark);
  document.addEventListener("keydown", onKey);
  content.before(button);
}

/** Until a page has loaded, the browser itself scrolls to what the address names. */
async function arrived() {
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  await new Promise(requestAnimationFrame);
}

/**
 * The first mark that can be seen in the section that the address names, or on the whole page where it names none.
 * @param {Element} content
 * @param {Range[]} ranges
 */
function firstOf(content, ranges) {
  const section = new Range();
  section.selectNodeContents(content);
  const target = content.querySelector(":target");
  if (target) {
    section.setStartBefore(target);
    const next = [...content.querySelectorAll(HEADINGS)].find((heading) => section.comparePoint(heading, 0) === 0 && !target.contains(heading));
    if (next) section.setEndBefore(next);
  }
  return ranges.find((range) => section.comparePoint(range.startContainer, range.startOffset) === 0 && range.getClientRects().length);
}

/** @param {Range} range Where it can be seen, the page stays as it is. */
function bringIntoView(range) {
  range.startContainer.parentElement?.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  const { top, bottom } = range.getBoundingClientRect();
  if (top < MARGIN || bottom > innerHeight - MARGIN) scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: "instant" });
}

/** @param {string} phrase @returns {string[]} Nothing where too little is left of it. */
function pattern(phrase) {
  const words = phrase.match(WORDS) ?? [];
  const text = words.join("");
  if (text.length < LEAST) return [];
  const isLatin = new RegExp(LATIN, "u");
  const before = isLatin.test(text[0]) ? `(?<!${LATIN})` : "";
  const after = isLatin.test(text[text.length - 1]) ? `(?!${LATIN})` : "";
  return [before + words.join(BETWEEN) + after];
}

/**
 * Where the patterns stand in a content, each place once; a phrase may go on in another node of its block.
 * @param {Element} content
 * @param {string[]} patterns The longer ones first.
 */
function found(content, patterns) {
  if (!patterns.length) return [];
  const { text, nodes } = read(content);
  const place = (/** @type {number} */ at) => /** @type {Piece} */ (nodes.findLast(({ start }) => start <= at));
  return [...text.matchAll(new RegExp(patterns.join("|"), "giu"))].map((match) => {
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
