// What the dialog shows of search's memory: favourites and recent searches, and the record of searches that led nowhere.

import { inLanguage } from "./addresses.js";
import { button, element } from "./dom.js";

/**
 * @typedef {import("./rows.js").Words} Words
 * @typedef {import("./memory.js").Memory} Memory
 */

/**
 * Favourites and recent searches; as long as there are none, examples of what can be typed.
 * @param {Memory} memory
 * @param {Words} words
 * @param {string} language
 * @param {(address: string) => string} hrefOf
 * @param {string} kind Of the favourites, or "" for all.
 */
export function emptyView({ content }, words, language, hrefOf, kind) {
  const { recent } = content;
  const favourites = content.favourites.filter((page) => !kind || page.kind === kind);
  const pages = favourites.map(({ address, titles }) => {
    const [known, title] = language in titles ? [language, titles[language]] : Object.entries(titles)[0];
    return element("a", { href: hrefOf(inLanguage(address, language)), lang: known === language ? undefined : known }, title);
  });
  return [
    ...(pages.length ? [head(words.favourites, kind ? "" : "clearFavourites", words), rows(pages)] : []),
    ...(recent.length ? [head(words.recent, "clearRecent", words), rows(recent.map(again))] : []),
    ...(pages.length || recent.length ? [] : [element("h2", {}, words.examples), rows(words.queries.map(again))]),
  ];
}

/** @param {string} query A button that searches for it. */
const again = (query) => element("button", { type: "button", "data-query": query }, query);

/** @param {HTMLElement[]} children */
const rows = (children) => element("ul", { class: "hb-search__rows" }, ...children.map((child) => element("li", {}, child)));

/** @param {string} title @param {string} action None where only a part of what it would clear is shown. @param {Words} words */
function head(title, action, words) {
  if (!action) return element("h2", {}, title);
  const clear = button(action, words.clear);
  clear.setAttribute("aria-label", `${words.clear}${words.colon}${title}`);
  return element("div", { class: "hb-search__head" }, element("h2", {}, title), clear);
}

/**
 * @param {Memory} memory
 * @param {Words} words
 */
export function recordView({ content }, words) {
  const count = content.failures.reduce((sum, failure) => sum + failure.count, 0);
  const setting = (/** @type {"records" | "letters"} */ name, /** @type {string} */ label) =>
    element("label", {}, element("input", { type: "checkbox", "data-setting": name, checked: content[name] }), ` ${label}`);
  return [
    element("p", {}, words.recordHint),
    element(
      "p",
      { class: "hb-search__settings" },
      setting("records", words.recordOn),
      element("span", {}, words.recordCount(count)),
      ...(count ? [button("exportRecord", words.exportRecord), button("clearRecord", words.clearRecord)] : []),
      setting("letters", words.letters),
    ),
  ];
}

/** @param {Memory} memory Hand the record over as a file. */
export function download(memory) {
  const address = URL.createObjectURL(new Blob([memory.csv()], { type: "text/csv" }));
  element("a", { href: address, download: "handbook-searches.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
