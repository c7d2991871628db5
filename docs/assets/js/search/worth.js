// Which results of a query have a place in the list of names. Pure.

import { isExplained } from "./rows.js";

/** From this score on a page is found by what it is called or asked for; below it, it may only speak of some of the words. */
const CLEAR = 300;
/** What scores less than this share of the first result is not shown. */
const LEAST_SHARE = 0.3;
const SHOWN = 10;

/**
 * @typedef {import("./round.js").Result} Result
 */

/** @param {Result} result Whether it needs no excerpt of its text to be understood. */
export function isClear({ score }) {
  return score >= CLEAR;
}

/**
 * Those that a reader can see the reason of: what only the text speaks of stands in the list of texts, with the words.
 * @param {Result[]} results Best first.
 * @param {import("./rows.js").Marking} marking
 */
export function worthShowing(results, marking) {
  const explained = results.filter((result) => isClear(result) || isExplained(result, marking));
  return explained.filter(({ score }) => score >= LEAST_SHARE * explained[0].score).slice(0, SHOWN);
}
