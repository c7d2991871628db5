// What the dialog says in place of results, or above them.

import { button, element } from "./dom.js";

/**
 * @typedef {import("./rows.js").Words} Words
 * @typedef {{ name: string, href: string }} Place An index to look in.
 */

/** @param {Place[]} places */
const list = (places) =>
  element("ul", { class: "hb-search__links" }, ...places.map(({ name, href }) => element("li", {}, element("a", { href }, name))));

/**
 * @param {Words} words
 * @param {string} query
 * @param {Place[]} near
 * @param {Place[]} places
 */
export function nothingFound(words, query, near, places) {
  return [
    element("p", {}, element("b", {}, words.none(query))),
    ...(near.length ? [element("p", {}, words.nearest), list(near)] : []),
    element("p", {}, words.noneHint),
    list(places),
  ];
}

/** @param {Place[]} places Where everything is of the kind that is filtered by, as long as nothing is typed. */
export function everythingAt(places) {
  return places.length ? [list(places)] : [];
}

/** @param {Words} words */
export function onlyElsewhere(words) {
  return [element("p", {}, words.elsewhere, " ", button("allKinds", words.allKinds))];
}

/**
 * @param {Words} words
 * @param {Place[]} places
 */
export function unavailable(words, places) {
  return [element("p", {}, words.unavailable, " ", button("retry", words.retry)), list(places)];
}

/**
 * @param {Words} words
 * @param {Place[]} places Where nothing was found in the rest.
 */
export function incomplete(words, places) {
  const warning = element("p", { class: "hb-search__warning" }, words.failed, " ", button("retry", words.retry));
  return places.length ? [warning, list(places)] : [warning];
}

/**
 * Move the focus among the field and the links of a message, as arrows do among results.
 * @param {HTMLElement} message
 * @param {HTMLElement} field
 * @param {1 | -1} step
 */
export function stepThrough(message, field, step) {
  const stops = [field, .../** @type {NodeListOf<HTMLElement>} */ (message.querySelectorAll("li > *"))];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[(at + step + stops.length) % stops.length].focus();
}
