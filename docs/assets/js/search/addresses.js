// Addresses as the browser needs them: of the pages that are found, and of this one, which keeps the query.

import { addressOf } from "../desk/places.js";
import { withoutNumbers } from "./numbers.js";

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

/** @param {string} query In the address of the page, so that coming back leads to it; out of it where it is empty. */
export function keepQuery(query) {
  keep("q", withoutNumbers(query));
}

/** Take what is marked on this page out of its address. */
export function dropMarked() {
  keep("h", "");
}

/**
 * @param {"q" | "h"} parameter
 * @param {string} value
 */
function keep(parameter, value) {
  const address = new URL(location.href);
  if (value) address.searchParams.set(parameter, value);
  else address.searchParams.delete(parameter);
  if (address.href === location.href) return;
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // Not allowed everywhere under file://.
  }
}
