// What search remembers, on this device only: recent searches, favourites, and searches that led nowhere.

import { inLanguage } from "./addresses.js";
import { withoutNumbers } from "./numbers.js";

const KEY = "handbook.search";
const MOST_CHARACTERS = 40;
const MOST_RECENT = 8;
const MOST_FAVOURITES = 40;
const MOST_FAILURES = 500;

/**
 * @typedef {{ address: string, titles: Record<string, string>, kind: string }} Favourite Its address is that of the Chinese page,
 *   its titles are by language; of a part of a page only one may be known.
 * @typedef {{ query: string, language: string, kind: string, outcome: "none" | "unopened", day: string, count: number }} Failure
 * @typedef {{ recent: string[], favourites: Favourite[], failures: Failure[], records: boolean, letters: boolean }} Content
 *   `records`: keep failures; `letters`: open search with / and s (search-start.js reads it)
 */

export class Memory {
  /** @param {() => Storage} storage May throw where a browser allows none; then all is forgotten with the page. */
  constructor(storage) {
    this.storage = storage;
    /** Whether the storage takes nothing: full, or not allowed. The page goes on with what it has. */
    this.isRefused = false;
    this.text = "";
    this.held = contentOf(undefined);
  }

  /** What is remembered now: other tabs change it, too, so it is never kept for longer than one change. @returns {Content} */
  get content() {
    const text = this.stored();
    if (text !== this.text) {
      this.text = text;
      this.held = contentOf(parsed(text));
    }
    return this.held;
  }

  stored() {
    try {
      return this.isRefused ? this.text : (this.storage().getItem(KEY) ?? "");
    } catch {
      return this.text;
    }
  }

  /** @param {Partial<Content>} change Made from `content`, in one go. */
  put(change) {
    this.held = { ...this.content, ...change };
    this.text = JSON.stringify(this.held);
    try {
      this.storage().setItem(KEY, this.text);
    } catch {
      this.isRefused = true;
    }
  }

  /** @param {string} query */
  addRecent(query) {
    const kept = keptOf(query);
    this.put({ recent: [kept, ...this.content.recent.filter((each) => each !== kept)].slice(0, MOST_RECENT) });
  }

  clearRecent() {
    this.put({ recent: [] });
  }

  /** @param {string} address In any language. */
  isFavourite(address) {
    return this.content.favourites.some((each) => each.address === inLanguage(address, "zh"));
  }

  /** @param {Favourite} page Added, or removed where it is one already. */
  toggleFavourite({ address, titles, kind }) {
    const page = { address: inLanguage(address, "zh"), titles, kind };
    const others = this.content.favourites.filter((each) => each.address !== page.address);
    this.put({ favourites: this.isFavourite(address) ? others : [page, ...others].slice(0, MOST_FAVOURITES) });
  }

  clearFavourites() {
    this.put({ favourites: [] });
  }

  /** @param {Omit<Failure, "count">} failure What led to a page lately, before the reader came back from it, is none. */
  addFailure(failure) {
    const { failures, recent, records } = this.content;
    const query = keptOf(failure.query);
    if (!records || recent.includes(query)) return;
    const same = failures.find(
      (each) => each.query === query && each.language === failure.language && each.outcome === failure.outcome && each.day === failure.day,
    );
    const counted = { ...failure, query, count: 1 + (same?.count ?? 0) };
    this.put({ failures: [...failures.filter((each) => each !== same), counted].slice(-MOST_FAILURES) });
  }

  clearFailures() {
    this.put({ failures: [] });
  }

  /**
   * @param {"records" | "letters"} setting
   * @param {boolean} on
   */
  set(setting, on) {
    this.put({ [setting]: on });
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

/** @param {string} text @returns {any} Nothing where it is no JSON. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What was stored, as far as it has the form that is expected: whatever is served from this address may write there.
 * @param {any} stored
 * @returns {Content}
 */
function contentOf(stored) {
  const { recent, favourites, failures, records, letters } = Object(stored);
  return {
    recent: all(recent, isText),
    favourites: all(
      favourites,
      ({ address, titles, kind }) => [address, kind, ...Object.values(Object(titles))].every(isText) && Object.keys(Object(titles)).length > 0,
    ),
    failures: all(
      failures,
      ({ query, language, kind, outcome, day, count }) => [query, language, kind, outcome, day].every(isText) && Number.isInteger(count),
    ),
    records: records !== false,
    letters: letters !== false,
  };
}

/** @param {unknown} value */
const isText = (value) => typeof value === "string";

/**
 * @param {unknown} list
 * @param {(each: any) => boolean} fits
 */
function all(list, fits) {
  return Array.isArray(list) ? list.filter((each) => each && fits(each)) : [];
}
