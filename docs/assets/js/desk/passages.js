// The text of a block as it is said or sent: filled in, without labels, and without what an empty optional value belongs to.

/**
 * @typedef {(name: string) => string | undefined} Fill What stands for a placeholder; undefined where its passage is left out.
 *
 * `element` holds the text with its emphasis and lists. `omitted` are the passages that were left out, `stuck` the names of
 * placeholders that have no value and stand in a passage with others, so that it cannot be left out.
 * @typedef {{ plain: string, element: Element, omitted: string[], stuck: string[] }} Passages
 */

const OPENING = "（(";
const CLOSING = "）)";
const SENTENCE_ENDS = /[。！？\n]|[.!?](?=\s|$)/g;
const CLAUSE_ENDS = /[，；。！？\n]|[,;.!?](?=\s|$)/g;
const KEPT = new Set(["P", "STRONG", "EM", "UL", "OL", "LI", "BR", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD"]);
const OF_BLOCKS = "p, li, td, th, h3, h4, div";

/**
 * @param {Element} block A `say` or `send` block of the page.
 * @param {Fill} fill
 * @param {string} language
 * @returns {Passages}
 */
export function textOf(block, fill, language) {
  const copy = /** @type {Element} */ (block.cloneNode(true));
  for (const each of copy.querySelectorAll(".hb-block__label, .hb-copy")) each.remove();
  const { ranges, stuck } = leftOut(copy, fill);
  const omitted = ranges.map((range) => {
    const text = range.toString().trim();
    range.deleteContents();
    return text;
  });
  for (const place of placeholders(copy)) place.replaceWith(fill(nameOf(place)) ?? "");
  for (const each of copy.querySelectorAll("p, li")) if (!each.textContent?.trim()) each.remove();
  copy.normalize();
  const plain = written(copy, language).replace(/^\n+|\n+$/g, "");
  strip(copy);
  return { plain, element: copy, omitted, stuck };
}

/** @param {Element} root */
export function placeholders(root) {
  return /** @type {HTMLElement[]} */ ([...root.querySelectorAll("var[data-placeholder]")]);
}

/** @param {HTMLElement} place */
export const nameOf = (place) => place.dataset.placeholder ?? "";

/**
 * The passages around placeholders without a text, and the names of those whose passage must stay.
 * @param {Element} root
 * @param {Fill} fill
 */
export function leftOut(root, fill) {
  /** @type {Range[]} */
  const ranges = [];
  /** @type {string[]} */
  const stuck = [];
  for (const place of placeholders(root)) {
    if (fill(nameOf(place)) !== undefined || ranges.some((range) => range.intersectsNode(place))) continue;
    const paragraph = place.closest(OF_BLOCKS) ?? root;
    const others = placeholders(paragraph).filter((each) => fill(nameOf(each)) !== undefined).map((each) => extent(paragraph, each)[0]);
    const passage = passageAround(paragraph.textContent ?? "", ...extent(paragraph, place), others);
    if (passage) ranges.push(rangeOf(paragraph, ...passage));
    else stuck.push(nameOf(place));
  }
  return { ranges, stuck };
}

/**
 * A copy of the sentence in which a placeholder stands, as it reads now: to be seen, neither filled in nor followed.
 * @param {Element} place
 */
export function sentenceAround(place) {
  const paragraph = place.closest(OF_BLOCKS) ?? place;
  const range = rangeOf(paragraph, ...clause(paragraph.textContent ?? "", ...extent(paragraph, place), SENTENCE_ENDS));
  const copy = range.cloneContents();
  for (const each of copy.querySelectorAll("a")) each.replaceWith(...each.childNodes);
  for (const each of copy.querySelectorAll("var")) each.removeAttribute("data-placeholder");
  return copy;
}

/**
 * Where a placeholder begins and ends, in characters of its paragraph.
 * @param {Element} paragraph
 * @param {Element} place
 * @returns {[number, number]}
 */
function extent(paragraph, place) {
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEndBefore(place);
  const start = before.toString().length;
  return [start, start + (place.textContent ?? "").length];
}

/**
 * From where to where a text is left out when `start`–`end` has nothing to say: the innermost brackets, or else the clause with its
 * comma, or the sentence. A clause that opens its sentence takes it along, and a sentence its paragraph: what follows is about it.
 * None of them may hold one of the `others`, the places of what has something to say.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {number[]} others
 * @returns {[number, number] | undefined}
 */
export function passageAround(text, start, end, others = []) {
  const isFree = (/** @type {[number, number]} */ [from, to]) => others.every((each) => each < from || each >= to);
  const brackets = inBrackets(text, start, end);
  if (brackets && isFree(brackets)) return brackets;
  /** @type {[number, number][]} Each holds the one before it. */
  const passages = [clause(text, start, end, CLAUSE_ENDS), clause(text, start, end, SENTENCE_ENDS), [0, text.length]];
  const [smallest, ...larger] = passages.filter(isFree);
  return larger.reduce((passage, each) => (text.slice(each[0], passage[0]).trim() === "" ? each : passage), smallest);
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {[number, number] | undefined}
 */
function inBrackets(text, start, end) {
  const open = bracket(text, start - 1, -1, OPENING, CLOSING);
  const close = bracket(text, end, 1, CLOSING, OPENING);
  if (open < 0 || close < 0) return undefined;
  return [text[open - 1] === " " ? open - 1 : open, close + 1];
}

/**
 * A clause goes with the comma before it, or with the one behind it where it begins a sentence.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {RegExp} ends
 * @returns {[number, number]}
 */
function clause(text, start, end, ends) {
  const before = [...text.slice(0, start).matchAll(ends)].pop();
  const after = [...text.matchAll(ends)].find((match) => match.index >= end);
  const isFirst = !before || before[0].match(SENTENCE_ENDS) !== null;
  const from = before ? before.index + (isFirst ? 1 : 0) : 0;
  const to = after ? after.index + (isFirst ? 1 : 0) : text.length;
  return [from, to];
}

/**
 * Where the bracket is that encloses a place, or -1.
 * @param {string} text
 * @param {number} at
 * @param {1 | -1} step
 * @param {string} wanted
 * @param {string} other
 */
function bracket(text, at, step, wanted, other) {
  let depth = 0;
  for (let index = at; index >= 0 && index < text.length; index += step) {
    if (other.includes(text[index])) depth += 1;
    else if (wanted.includes(text[index]) && depth-- === 0) return index;
  }
  return -1;
}

/**
 * @param {Element} root
 * @param {number} from In characters of its text.
 * @param {number} to
 */
function rangeOf(root, from, to) {
  const range = document.createRange();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (from >= passed && from <= passed + length) range.setStart(node, from - passed);
    if (to > passed && to <= passed + length) range.setEnd(node, to - passed);
    passed += length;
  }
  return range;
}

/**
 * Leave the words and the few elements that any editor knows, without attributes.
 * @param {Element} root
 */
function strip(root) {
  for (const each of [...root.querySelectorAll("*")]) {
    if (KEPT.has(each.tagName)) for (const { name } of [...each.attributes]) each.removeAttribute(name);
    else each.replaceWith(...each.childNodes);
  }
}

/**
 * As `hooks/handbook/plain_text.py` writes it: paragraphs apart, lists with their marks, cells between bars.
 * @param {Element} root
 * @param {string} language
 * @returns {string}
 */
function written(root, language) {
  return [...root.children].map((each) => {
    if (each.matches("ul, ol")) return `${list(each, "", language)}\n`;
    if (each.matches("table")) return `${[...each.querySelectorAll("tr")].map((row) => cells(row, language)).join("")}\n`;
    return each.matches("p") ? `${inline(each, language)}\n\n` : written(each, language);
  }).join("");
}

/**
 * @param {Element} row
 * @param {string} language
 */
function cells(row, language) {
  return `${[...row.children].map((cell) => inline(cell, language)).join(" | ")}\n`;
}

/**
 * @param {Element} listed
 * @param {string} indent
 * @param {string} language
 * @returns {string}
 */
function list(listed, indent, language) {
  const first = Number(listed.getAttribute("start") ?? 1);
  return [...listed.children].map((item, index) => {
    const mark = listed.tagName === "OL" ? `${first + index}. ` : "- ";
    const inner = [...item.children].filter((each) => each.matches("ul, ol")).map((each) => list(each, `${indent}  `, language));
    return `${indent}${mark}${inline(item, language)}\n${inner.join("")}`;
  }).join("");
}

/**
 * The words of a paragraph, cell or list item, without those of lists in it.
 * @param {Node} node
 * @param {string} language
 * @returns {string}
 */
function inline(node, language) {
  const between = language === "zh" ? "" : " ";
  return [...node.childNodes].map((each) => {
    if (each instanceof Text) return each.data.replace(/\s*\n\s*/g, between);
    if (!(each instanceof Element) || each.matches("ul, ol")) return "";
    return each.matches("br") ? "\n" : inline(each, language);
  }).join("").replace(/\n[ ]+/g, "\n").trim();
}
