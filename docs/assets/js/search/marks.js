// Finds the words of a query in a text that is shown, whatever its case and script, so that they can be marked.

import { isLatin } from "./analyzer.js";
import { stem } from "./stems.js";

/**
 * @typedef {{ text: string, marked: boolean }} Run
 * @typedef {{ start: number, end: number, worth: number }} Place `worth` counts the letters of a word that it is the first to have.
 * @typedef {(text: string) => string} Fold Folds a text without moving a character.
 */

/**
 * @param {import("./analyzer.js").Analyzer} analyzer
 * @returns {Fold}
 */
export function evenly({ simplified }) {
  return (text) => {
    let out = "";
    for (const character of text) {
      const lower = character.toLowerCase();
      out += lower.length === character.length ? (simplified.get(lower) ?? lower) : character;
    }
    return out;
  };
}

/**
 * The words of a query: stems, and runs of Chinese characters between question words.
 * @param {import("./analyzer.js").Analyzer} analyzer
 * @param {string} query
 */
export function wordsOf(analyzer, query) {
  const words = analyzer.pieces(analyzer.stemmed(query)).join("");
  return words.match(/[a-z0-9]+|[^a-z0-9 ]+/g) ?? [];
}

/**
 * Where the words stand in a text: whole Latin words, and the longest parts of Chinese ones, from two characters on.
 * @param {string} text
 * @param {string[]} words
 * @param {Fold} fold
 */
export function placesOf(text, words, fold) {
  const folded = fold(text);
  /** @type {Place[]} */
  const places = [];
  for (const word of words) places.push(...(isLatin(word) ? latin(folded, word) : chinese(folded, word)));
  return places.sort((left, right) => left.start - right.start);
}

/**
 * @param {string} text
 * @param {string} word
 */
function latin(text, word) {
  return [...text.matchAll(/[a-z0-9]+/g)]
    .filter((match) => stem(match[0]) === word)
    .map((match, index) => ({ start: match.index, end: match.index + match[0].length, worth: index ? 0 : word.length }));
}

/**
 * @param {string} text
 * @param {string} word
 */
function chinese(text, word) {
  /** @type {Place[]} */
  const places = [];
  for (let at = 0; at < word.length - 1; ) {
    let length = 1;
    while (at + length < word.length && text.includes(word.slice(at, at + length + 1))) length++;
    if (length === 1) {
      at++;
      continue;
    }
    const part = word.slice(at, at + length);
    let worth = length;
    for (let start = text.indexOf(part); start >= 0; start = text.indexOf(part, start + length)) {
      places.push({ start, end: start + length, worth });
      worth = 0;
    }
    at += length;
  }
  return places;
}

/**
 * A text cut where marks begin and end.
 * @param {string} text
 * @param {Place[]} places
 * @returns {Run[]}
 */
export function cut(text, places) {
  /** @type {Run[]} */
  const runs = [];
  let at = 0;
  for (const { start, end } of places) {
    if (start < at) continue;
    runs.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true });
    at = end;
  }
  runs.push({ text: text.slice(at), marked: false });
  return runs.filter((run) => run.text);
}
