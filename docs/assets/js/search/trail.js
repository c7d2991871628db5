// What a search leaves behind: it is among the recent ones and in the address once it led to a page, and in the editors'
// record where it did not.

import { keepQuery } from "./addresses.js";

export class Trail {
  /**
   * @param {import("./memory.js").Memory} memory
   * @param {string} language
   */
  constructor(memory, language) {
    this.memory = memory;
    this.language = language;
    /** Whether this search led somewhere. */
    this.used = false;
  }

  /**
   * A page is about to be opened: coming back leads to this search.
   * @param {string} query
   * @param {import("./addresses.js").Place} place
   */
  leave(query, place) {
    if (!query) return;
    this.used = true;
    this.memory.addRecent(query);
    keepQuery(query, place);
  }

  /**
   * The dialog was closed.
   * @param {string} query
   * @param {string} kind
   * @param {boolean} found Whether there was something to open.
   */
  close(query, kind, found) {
    if (query && !this.used && found) this.fail(query, kind, "unopened");
    keepQuery("");
  }

  /**
   * @param {string} query
   * @param {string} kind
   * @param {"none" | "unopened"} outcome
   */
  fail(query, kind, outcome) {
    const day = new Date().toISOString().slice(0, 10);
    if (query.length > 1) this.memory.addFailure({ query, language: this.language, kind, outcome, day });
  }
}
