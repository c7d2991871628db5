// What search-start.js calls once search is used for the first time.

import { Dialog } from "./dialog.js";
import { highlight } from "./highlight.js";
import { Index } from "./index.js";
import { Memory } from "./memory.js";
import { Search } from "./search.js";
import { Shelf, byElements } from "./shelf.js";
import { WORDS } from "./words.js";

/** @type {Record<string, Record<string, string>>} */
const KIND_NAMES = {
  zh: { term: "术语", script: "话术", reg: "法规", case: "案例", lesson: "课程" },
  en: { term: "Terms", script: "Scripts", reg: "Regulations", case: "Cases", lesson: "Lessons" },
};

/** @type {any} */ (globalThis).handbookSearchClient = {
  /**
   * Mark what was searched for in a text.
   * @param {Element} content
   * @param {string} parameter
   * @param {"zh" | "en"} language
   */
  highlight: (content, parameter, language) => highlight(content, parameter, WORDS[language]),

  /**
   * Make a dialog that has a field in it the search dialog.
   * @param {HTMLDialogElement} dialog
   * @param {URL} root Of the site.
   * @param {"zh" | "en"} language
   */
  attach(dialog, root, language) {
    const index = new Index(new Shelf(byElements(document, new URL("assets/search/", root))), language);
    index.open().catch(() => {}); // The first query says so, if it is still so.
    const memory = new Memory(() => localStorage);
    const search = new Search(index);
    return new Dialog(dialog, { search, memory, words: WORDS[language], root, language, kindNames: KIND_NAMES[language] });
  },
};
