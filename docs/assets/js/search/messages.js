// What the dialog says in place of results, or above them.

import { element } from "./dom.js";

/**
 * @typedef {import("./rows.js").Words} Words
 * @typedef {{ name: string, href: string }} Place An index to look in.
 */

/** @param {Place[]} places */
const list = (places) =>
  element("ul", { class: "hb-search__links" }, ...places.map(({ name, href }) => element("li", {}, element("a", { href }, name))));

/** @param {string} action @param {string} label */
const button = (action, label) => element("button", { type: "button", "data-action": action }, label);

/**
 * @param {Words} words
 * @param {string} query
 * @param {boolean} filtered Whether only one kind was looked at.
 * @param {Place[]} near
 * @param {Place[]} places
 */
export function nothingFound(words, query, filtered, near, places) {
  return [
    element("p", {}, element("b", {}, words.none(query)), ...(filtered ? [" ", button("allKinds", words.allKinds)] : [])),
    ...(near.length ? [element("p", {}, words.nearest), list(near)] : []),
    element("p", {}, words.noneHint),
    list(places),
  ];
}

/**
 * @param {Words} words
 * @param {Place[]} places
 */
export function unavailable(words, places) {
  return [element("p", {}, words.unavailable, " ", button("retry", words.retry)), list(places)];
}

/** @param {Words} words */
export function incomplete(words) {
  return [element("p", { class: "hb-search__warning" }, words.failed, " ", button("retry", words.retry))];
}
