// Full text: pages that have the words of a query in their text, with excerpts. A list of its own below the names.

import { isLatin } from "./analyzer.js";
import { having } from "./keys.js";
import { cut, evenly, placesOf, wordsOf } from "./marks.js";

const MOST_KEYS = 12;
const CANDIDATES = 10;
const SHOWN = 5;
const AROUND = 36;
/** A page must have so much of the query's letters. */
const LEAST_SHARE = 0.6;
/** What a page gains that has the query letter by letter, or much of it in one piece. */
const LITERALLY = 0.5;
const TOGETHER = 0.3;
/** @type {Record<string, number>} A heading, what occurs often, the rest. */
const PART = { N: 1.3, A: 1.15, M: 1 };

/**
 * @typedef {import("./rank.js").Entry} Entry
 * @typedef {[string, string, string, string?][]} Text Sections: anchor, heading, text, and what of it is said.
 * @typedef {{ entry: Entry, anchor: string, heading: string, excerpt: import("./marks.js").Run[], score: number,
 *   isLiteral: boolean }} Passage `isLiteral`: it has the query letter by letter.
 */

/**
 * Passages of different pages, those with most of the query first.
 * @param {import("./index.js").Index} index Opened.
 * @param {string} query
 * @param {string} kind
 * @returns {Promise<{ passages: Passage[], failures: unknown[] }>} `failures`: why a part of the texts could not be loaded.
 */
export async function findText(index, query, kind) {
  const words = wordsOf(index.analyzer, query).filter((word) => isLatin(word) || word.length > 1);
  const keys = [...new Set([...pairs(words), ...words.filter(isLatin)])].slice(0, MOST_KEYS);
  if (!keys.length) return { passages: [], failures: [] };
  const textKeys = await index.text();
  const failures = await textKeys.load(keys);
  const numbers = best(index, textKeys, keys, kind);
  const fold = evenly(index.analyzer);
  const { made, failures: without } = await index.withEntries(numbers, async (entry) => {
    const text = /** @type {Text} */ (await index.get(`t${entry.number}`));
    return passageOf(entry, text, { query: fold(query.trim()), words, fold });
  });
  return {
    passages: made
      .filter((passage) => passage !== undefined)
      .sort((left, right) => right.score - left.score)
      .slice(0, SHOWN),
    failures: [...failures, ...without],
  };
}

/** @param {string[]} words Neighbours in Chinese words, and neighbouring Latin words. */
function pairs(words) {
  return words.flatMap((word, index) => {
    if (!isLatin(word)) return [...word].slice(1).map((character, place) => word[place] + character);
    const next = words[index + 1];
    return next && isLatin(next) ? [`${word} ${next}`] : [];
  });
}

/**
 * Numbers of the entries that have most of these keys, weighed by how rare each is.
 * @param {import("./index.js").Index} index
 * @param {import("./keys.js").Keys} textKeys
 * @param {string[]} keys
 * @param {string} kind
 */
function best(index, textKeys, keys, kind) {
  const range = index.range(kind);
  /** @type {Map<number, number>} */
  const scores = new Map();
  for (const key of keys) {
    const { total, parts } = having(textKeys.postings(key));
    const idf = Math.log(1 + index.count / (total + 1));
    for (const [part, entries] of parts) {
      for (const entry of entries) {
        if (entry >= range.first && entry < range.end) scores.set(entry, (scores.get(entry) ?? 0) + idf * PART[part]);
      }
    }
  }
  return [...scores]
    .sort((left, right) => right[1] - left[1] || left[0] - right[0])
    .slice(0, CANDIDATES)
    .map(([entry]) => entry);
}

/**
 * The section of a page that has most of the words, or none where that is too little.
 * @param {Entry} entry
 * @param {Text} text
 * @param {{ query: string, words: string[], fold: import("./marks.js").Fold }} wanted
 * @returns {Passage | undefined}
 */
function passageOf(entry, text, { query, words, fold }) {
  const whole = words.reduce((sum, word) => sum + word.length, 0);
  const sections = text.map(([anchor, heading, body]) => {
    const places = placesOf(`${heading}\n${body}`, words, fold);
    const share = places.reduce((sum, { worth }) => sum + worth, 0) / whole;
    const longest = Math.max(0, ...places.map(({ start, end }) => end - start)) / whole;
    const isLiteral = fold(body).includes(query);
    return { anchor, heading, body, share, isLiteral, score: share + longest * TOGETHER + (isLiteral ? LITERALLY : 0) };
  });
  const { anchor, heading, body, share, isLiteral, score } = sections.reduce((top, each) => (each.score > top.score ? each : top));
  if (share < LEAST_SHARE) return undefined;
  return { entry, anchor, heading, score, isLiteral, excerpt: excerptOf(body, placesOf(body, words, fold)) };
}

/**
 * The part of a text around the place where most marks stand close together.
 * @param {string} text
 * @param {import("./marks.js").Place[]} places
 */
function excerptOf(text, places) {
  const marked = (/** @type {number} */ from) =>
    places.filter(({ start, end }) => start >= from && end <= from + 2 * AROUND).reduce((sum, { start, end }) => sum + end - start, 0);
  const middle = places.reduce((top, { start }) => (marked(start) > marked(top) ? start : top), places[0]?.start ?? 0);
  const start = Math.max(0, middle - AROUND);
  const end = Math.min(text.length, middle + 2 * AROUND);
  const within = places.filter((place) => place.start >= start && place.end <= end);
  const runs = cut(
    text.slice(start, end).replaceAll("\n", " "),
    within.map((place) => ({ ...place, start: place.start - start, end: place.end - start })),
  );
  return [
    ...(start > 0 ? [{ text: "…", marked: false }] : []),
    ...runs,
    ...(end < text.length ? [{ text: "…", marked: false }] : []),
  ];
}
