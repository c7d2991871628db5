// Full text: pages that have the words of a query in their text, with excerpts. A list of its own below the names.

import { isLatin } from "./analyzer.js";
import { having } from "./keys.js";
import { cut, evenly, placesOf, wordsOf } from "./marks.js";

const MOST_KEYS = 10;
const CANDIDATES = 8;
const SHOWN = 5;
const AROUND = 36;
/** A page must have so much of the query's letters. */
const LEAST_SHARE = 0.6;
/** @type {Record<string, number>} A heading, what occurs often, the rest. */
const PART = { N: 1.3, A: 1.15, M: 1 };

/**
 * @typedef {import("./rank.js").Entry} Entry
 * @typedef {[string, string, string, string?][]} Text Sections: anchor, heading, text, and what of it is said.
 * @typedef {{ entry: Entry, anchor: string, heading: string, excerpt: import("./marks.js").Run[], share: number }} Passage
 */

/**
 * Passages of different pages, those with most of the query first.
 * @param {import("./search.js").Search} search
 * @param {string} query
 * @param {string} kind
 * @returns {Promise<Passage[]>}
 */
export async function findText(search, query, kind) {
  await search.open();
  const words = wordsOf(search.analyzer, query).filter((word) => isLatin(word) || word.length > 1);
  const keys = [...new Set(words.flatMap(keysOf))].slice(0, MOST_KEYS);
  if (!keys.length) return [];
  await search.textKeys.load(keys);
  const numbers = best(search, keys, kind);
  await search.loadEntries(numbers);
  const fold = evenly(search.analyzer);
  const passages = await Promise.all(
    numbers.map(async (number) => {
      const entry = search.entries.get(number);
      const text = /** @type {Text | undefined} */ (await search.get(`t${number}`).catch(() => undefined));
      return entry && text && passageOf(entry, text, words, fold);
    }),
  );
  return passages
    .filter((passage) => passage !== undefined)
    .sort((left, right) => right.share - left.share)
    .slice(0, SHOWN);
}

/** @param {string} word */
function keysOf(word) {
  return isLatin(word) ? [word] : [...word].slice(1).map((character, index) => word[index] + character);
}

/**
 * Numbers of the entries that have most of these keys, weighed by how rare each is.
 * @param {import("./search.js").Search} search
 * @param {string[]} keys
 * @param {string} kind
 */
function best(search, keys, kind) {
  const range = search.kinds.find((each) => each.kind === kind) ?? { first: 0, end: search.count };
  /** @type {Map<number, number>} */
  const scores = new Map();
  for (const key of keys) {
    const { total, parts } = having(search.textKeys.postings(key));
    const idf = Math.log(1 + search.count / (total + 1));
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
 * @param {string[]} words
 * @param {import("./marks.js").Fold} fold
 * @returns {Passage | undefined}
 */
function passageOf(entry, text, words, fold) {
  const whole = words.reduce((sum, word) => sum + word.length, 0);
  const sections = text.map(([anchor, heading, body]) => {
    const places = placesOf(`${heading}\n${body}`, words, fold);
    return { anchor, heading, body, share: places.reduce((sum, { worth }) => sum + worth, 0) / whole };
  });
  const section = sections.reduce((top, each) => (each.share > top.share ? each : top));
  if (section.share < LEAST_SHARE) return undefined;
  const { anchor, heading, body, share } = section;
  return { entry, anchor, heading, share, excerpt: excerptOf(body, placesOf(body, words, fold)) };
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
