// What a script has an agent say or send, to read and copy without leaving the list.

import { element } from "./dom.js";

/**
 * @typedef {import("./rows.js").Words} Words
 * @typedef {[heading: string, said: string]} Said
 */

/**
 * The sections of a page that have words to say or send.
 * @param {import("./index.js").Index} index
 * @param {import("./rank.js").Entry} entry
 * @returns {Promise<Said[]>}
 */
export async function saidIn(index, entry) {
  const text = /** @type {import("./text.js").Text} */ (await index.get(`t${entry.number}`));
  return text.flatMap(([, heading, , said]) => (said ? [/** @type {Said} */ ([heading, said])] : []));
}

/** @param {Said[]} said All of it as one text, each heading above its words. */
export function asText(said) {
  return said.map(([heading, words]) => (heading ? `# ${heading}\n${words}` : words)).join("\n\n");
}

/**
 * @param {string} title
 * @param {Said[]} said
 * @param {Words} words
 */
export function previewOf(title, said, words) {
  const button = (/** @type {string} */ action, /** @type {string} */ label) =>
    element("button", { type: "button", "data-action": action }, label);
  return [
    element("div", { class: "hb-search__title" }, element("h2", {}, title), button("copyText", words.copyText), button("closePreview", words.closePreview)),
    ...(said.length ? [] : [element("p", {}, words.noText)]),
    ...said.map(([heading, text]) =>
      element("section", {}, ...(heading ? [element("h3", {}, heading)] : []), ...text.split("\n").map((line) => element("p", {}, line))),
    ),
  ];
}
