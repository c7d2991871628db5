// Addresses as the browser needs them: of the pages that are found, and of this one, which keeps the query.

import { addressOf } from "../desk/places.js";
import { withoutNumbers } from "./numbers.js";

/**
 * The address of the same page in a language.
 * @param {string} address As the index has it.
 * @param {string} language
 */
export function inLanguage(address, language) {
  const bare = address.replace(/^en\//, "");
  return language === "zh" ? bare : `${language}/${bare}`;
}

/**
 * The address of a page, from a disk too.
 * @param {URL} root Of the site.
 * @param {string} address As the index has it.
 * @param {string} anchor
 * @param {string} highlighted What is to be marked there.
 */
export function pageAddress(root, address, anchor = "", highlighted = "") {
  const [path, own = ""] = address.split("#");
  const url = new URL(addressOf(new URL(path, root).href));
  if (highlighted) url.searchParams.set("h", highlighted);
  url.hash = anchor === "top" ? "" : anchor || own;
  return url.href;
}

/**
 * @typedef {{ kind: string, chosen: string }} Place Where a reader was in the results: the filter, and where the chosen row leads.
 */

/**
 * Keep a query in the address of the page, and the place in its results with the entry of the browser's history, so that
 * coming back leads to them.
 * @param {string} query Out of the address where it is empty.
 * @param {Place} [search]
 */
export function keepQuery(query, search) {
  keep("q", withoutNumbers(query), { ...history.state, search });
}

/** Take what is marked on this page out of its address. */
export function dropMarked() {
  keep("h", "", history.state);
}

/**
 * @param {"q" | "h"} parameter
 * @param {string} value
 * @param {unknown} state Of the entry of the browser's history.
 */
function keep(parameter, value, state) {
  const address = new URL(location.href);
  if (value) address.searchParams.set(parameter, value);
  else address.searchParams.delete(parameter);
  try {
    history.replaceState(state, "", address);
  } catch {
    // Not allowed everywhere under file://.
  }
}

/** @returns {Place} The one that was kept when this page was left. */
export function keptPlace() {
  return { kind: "", chosen: "", ...history.state?.search };
}
