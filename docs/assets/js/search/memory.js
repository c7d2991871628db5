// What search remembers, on this device only: recent searches, favourites, and searches that led nowhere.

import { withoutNumbers } from "./numbers.js";

const KEY = "handbook.search";
const MOST_CHARACTERS = 40;
const MOST_RECENT = 8;
const MOST_FAVOURITES = 40;
const MOST_FAILURES = 500;

/**
 * @typedef {{ address: string, title: string, kind: string }} Favourite
 * @typedef {{ query: string, language: string, kind: string, outcome: "none" | "unopened", day: string, count: number }} Failure
 * @typedef {{ recent: string[], favourites: Favourite[], failures: Failure[], records: boolean, letters: boolean }} Content
 *   `records`: keep failures; `letters`: open search with / and s (search-start.js reads it)
 */

export class Memory {
  /** @param {() => Storage} storage May throw where a browser allows none; then all is forgotten with the page. */
  constructor(storage) {
    this.storage = storage;
    /** @type {Content} */
    this.content = { recent: [], favourites: [], failures: [], records: true, letters: true, ...this.read() };
  }

  read() {
    try {
      return JSON.parse(this.storage().getItem(KEY) ?? "{}");
    } catch {
      return {};
    }
  }

  write() {
    try {
      this.storage().setItem(KEY, JSON.stringify(this.content));
    } catch {
      // Full, or not allowed: the page goes on without.
    }
  }

  /** @param {string} query */
  addRecent(query) {
    const kept = keptOf(query);
    this.content.recent = [kept, ...this.content.recent.filter((each) => each !== kept)].slice(0, MOST_RECENT);
    this.write();
  }

  clearRecent() {
    this.content.recent = [];
    this.write();
  }

  /** @param {string} address */
  isFavourite(address) {
    return this.content.favourites.some((each) => each.address === address);
  }

  /** @param {Favourite} page Added, or removed where it is one already. */
  toggleFavourite(page) {
    this.content.favourites = this.isFavourite(page.address)
      ? this.content.favourites.filter((each) => each.address !== page.address)
      : [page, ...this.content.favourites].slice(0, MOST_FAVOURITES);
    this.write();
  }

  clearFavourites() {
    this.content.favourites = [];
    this.write();
  }

  /** @param {Omit<Failure, "count">} failure */
  addFailure(failure) {
    if (!this.content.records) return;
    const query = keptOf(failure.query);
    const { failures } = this.content;
    const same = failures.find(
      (each) => each.query === query && each.language === failure.language && each.outcome === failure.outcome && each.day === failure.day,
    );
    if (same) same.count += 1;
    else failures.push({ ...failure, query, count: 1 });
    this.content.failures = failures.slice(-MOST_FAILURES);
    this.write();
  }

  clearFailures() {
    this.content.failures = [];
    this.write();
  }

  /**
   * @param {"records" | "letters"} setting
   * @param {boolean} on
   */
  set(setting, on) {
    this.content[setting] = on;
    this.write();
  }

  /** The failures as CSV, with a byte order mark for spreadsheets; no cell is taken for a formula. */
  csv() {
    const cell = (/** @type {unknown} */ value) => {
      const text = String(value).replace(/^(?=[=+\-@\t\r])/, "'");
      return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    };
    const columns = /** @type {const} */ (["query", "language", "kind", "outcome", "day", "count"]);
    const rows = this.content.failures.map((failure) => columns.map((column) => cell(failure[column])).join(","));
    return `\ufeff${[columns.join(","), ...rows].join("\r\n")}\r\n`;
  }
}

/** @param {string} query */
function keptOf(query) {
  return withoutNumbers(query).slice(0, MOST_CHARACTERS);
}
