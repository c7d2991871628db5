// The index as the browser has it: what is loaded of it so far, and how to get the rest.

import { Analyzer } from "./analyzer.js";
import { Keys } from "./keys.js";
import { PART } from "./rank.js";
import { Recent } from "./recent.js";

/**
 * @typedef {import("./rank.js").Entry} Entry
 * @typedef {{ kind: string, name: string, first: number, end: number, address: string }} KindOf
 *   Entries of a kind have the numbers from `first` on, up to `end`.
 */

/** Entries with their analyzed names that are kept in memory; an answer needs a dozen of them. */
const KEPT = 100;

/** Scripts, by the names of their tables, with what shows that a text is written in them. */
const SCRIPTS = [
  { name: "han", sign: /[\u3400-\u9fff]/ },
  { name: "latin", sign: /[a-z]/i },
];
/** @type {import("./keys.js").Root} Of an index that is not open yet. */
const NO_KEYS = { size: 1, firsts: [], lists: [] };
/** What the pages of a language are written in. @type {Record<string, string>} */
const SAMPLE = { zh: "中", en: "en" };

export class Index {
  /**
   * @param {import("./shelf.js").Shelf} shelf
   * @param {string} language
   */
  constructor(shelf, language) {
    this.shelf = shelf;
    this.language = language;
    /** @type {Promise<void> | undefined} */
    this.opening = undefined;
    this.analyzer = new Analyzer([]);
    /** @type {Map<string, import("./analyzer.js").Tables>} Tables of the scripts that it reads. */
    this.scripts = new Map();
    this.count = 0;
    this.block = 1;
    /** @type {KindOf[]} */
    this.kinds = [];
    this.keys = new Keys(NO_KEYS, "k", (name) => this.get(name));
    /** @type {Promise<Keys> | undefined} */
    this.textKeys = undefined;
    /** @type {Promise<Map<string, string>> | undefined} */
    this.readings = undefined;
    /** @type {Recent<number, Entry>} */
    this.entries = new Recent(KEPT);
  }

  /** Load what every query needs. */
  open() {
    if (!this.opening) {
      const opening = this.load(false);
      this.opening = opening;
      opening.catch(() => {
        if (this.opening === opening) this.opening = undefined;
      });
    }
    return this.opening;
  }

  /**
   * Load all anew, since the site was published after this index had been opened. Several queries may find that out at
   * once; the first of them reloads.
   * @param {Promise<void>} opened What `open` returned to the one who found out.
   */
  reopen(opened) {
    if (!this.opening || this.opening === opened) this.opening = this.load(true);
    return this.opening;
  }

  /** @param {boolean} fresh Past the browser's cache. */
  async load(fresh) {
    const manifest = await this.shelf.manifest(`${this.language}/manifest`, fresh);
    this.count = manifest.entries;
    this.block = manifest.block;
    this.kinds = manifest.kinds.map((/** @type {any[]} */ [kind, name, first, end, address]) => ({ kind, name, first, end, address }));
    this.keys = new Keys(manifest.keys, "k", (name) => this.get(name));
    this.textKeys = undefined;
    this.readings = undefined;
    this.entries.clear();
    this.scripts.clear();
    await this.learn(SAMPLE[this.language]);
  }

  /**
   * Load what the analyzer has to know to read a text: the words of its script.
   * @param {string} text
   */
  async learn(text) {
    const missing = SCRIPTS.filter(({ name, sign }) => sign.test(text) && !this.scripts.has(name)).map(({ name }) => name);
    if (!missing.length) return;
    const loaded = await Promise.all(missing.map((name) => this.shelf.get(name)));
    missing.forEach((name, index) => this.scripts.set(name, loaded[index]));
    this.analyzer = new Analyzer([...this.scripts.values()]);
    this.entries.clear();
  }

  /**
   * How much a key tells that so many entries have.
   * @param {number} total
   */
  idf(total) {
    return Math.log(1 + (this.count - total + 0.5) / (total + 0.5));
  }

  /** @param {string} name Of a file of this language. */
  get(name) {
    return this.shelf.get(`${this.language}/${name}`);
  }

  /** The numbers of a kind, or of all entries. @param {string} kind */
  range(kind) {
    return this.kinds.find((each) => each.kind === kind) ?? { first: 0, end: this.count };
  }

  /**
   * The index of the full text.
   * @returns {Promise<Keys>}
   */
  text() {
    const asked = (this.textKeys ??= this.get("text").then((root) => new Keys(root, "b", (name) => this.get(name))));
    asked.catch(() => (this.textKeys = undefined));
    return asked;
  }

  /**
   * Character to syllable.
   * @returns {Promise<Map<string, string>>}
   */
  sounds() {
    const asked = (this.readings ??= this.shelf.get("readings").then(bySyllable));
    asked.catch(() => (this.readings = undefined));
    return asked;
  }

  /**
   * Entries in the order of these numbers, those that can be loaded, and what is made of each as soon as it is here.
   * @template T
   * @param {number[]} numbers
   * @param {(entry: Entry) => T | Promise<T>} make
   * @returns {Promise<{ made: T[], failures: unknown[] }>}
   */
  async withEntries(numbers, make) {
    const settled = await Promise.allSettled(numbers.map(async (number) => make(await this.entryOf(number))));
    return {
      made: settled.filter((each) => each.status === "fulfilled").map((each) => each.value),
      failures: settled.filter((each) => each.status === "rejected").map((each) => each.reason),
    };
  }

  /** @param {number} number */
  async entryOf(number) {
    const kept = this.entries.get(number);
    if (kept) return kept;
    const rows = await this.get(`e${Math.floor(number / this.block)}`);
    const entry = this.entries.get(number) ?? this.entry(number, rows[number % this.block]);
    this.entries.set(number, entry);
    return entry;
  }

  /**
   * Its names are analyzed when they are first compared.
   * @param {number} number
   * @param {any[]} row As hooks/handbook/search/site.py writes it.
   * @returns {Entry}
   */
  entry(number, [address, names, summary, labels, review, isPart]) {
    const { kind, name: kindName } = /** @type {KindOf} */ (this.kinds.find(({ end }) => number < end));
    const { analyzer } = this;
    /** @type {Map<string, number> | undefined} */
    let has;
    /** @type {import("./analyzer.js").Analysis | undefined} */
    let summaryRead;
    /** @type {Entry} */
    const entry = {
      number,
      kind,
      kindName,
      address,
      summary,
      labels,
      review: reviewOf(review || []),
      isPart: Boolean(isPart),
      names: names.map((/** @type {string} */ name) => nameOf(name, analyzer)),
      get read() {
        return (summaryRead ??= analyzer.analyze(summary));
      },
      get has() {
        return (has ??= weights(entry, analyzer));
      },
    };
    return entry;
  }
}

/**
 * @param {Record<string, string>} readings Syllable to all characters that are read so.
 * @returns {Map<string, string>}
 */
function bySyllable(readings) {
  return new Map(
    Object.entries(readings).flatMap(([syllable, characters]) => [...characters].map((each) => /** @type {const} */ ([each, syllable]))),
  );
}

/**
 * @param {any[]} row As hooks/handbook/search/site.py writes it.
 * @returns {import("../desk/review.js").Review}
 */
function reviewOf([on, due, textChanged, rulesChanged, ...rulesBegin]) {
  return { on, due, textChanged: Boolean(textChanged), rulesChanged: Boolean(rulesChanged), rulesBegin };
}

/**
 * @param {string} name With its role before it.
 * @param {Analyzer} analyzer
 */
function nameOf(name, analyzer) {
  /** @type {import("./analyzer.js").Analysis | undefined} */
  let read;
  return {
    role: name[0],
    text: name.slice(1),
    get read() {
      return (read ??= analyzer.analyze(name.slice(1)));
    },
  };
}

/**
 * Keys of an entry to the weight of the best part that has them.
 * @param {Entry} entry
 * @param {Analyzer} analyzer
 */
function weights(entry, analyzer) {
  /** @type {Map<string, number>} */
  const has = new Map();
  const put = (/** @type {Iterable<string>} */ keys, /** @type {number} */ weight) => {
    for (const key of keys) has.set(key, Math.max(weight, has.get(key) ?? 0));
  };
  for (const name of entry.names) put(name.read.keys.keys(), "QOS".includes(name.role) ? PART.A : PART.N);
  for (const { keys } of [entry.read, ...[entry.kindName, ...entry.labels].map((text) => analyzer.analyze(text))]) put(keys.keys(), PART.M);
  return has;
}
