// Answers a query: which entries are meant, best first. Knows the index, not the page that shows the answer.
//
// Keys of the query lead to a dozen candidates, whose names are then compared with it letter by letter (rank.js). Only where
// nothing is found by name, homophones and slips of the finger are looked for, so that they never push a name down.

import { Analyzer, GROUP, isLatin } from "./analyzer.js";
import { distance, slips } from "./distance.js";
import { KEY, Keys, NAME, having, nameHits } from "./keys.js";
import { PART, STRONG, TEXT_PART, near, rank } from "./rank.js";
import { OtherBuild } from "./shelf.js";

const MOST_CHARACTERS = 120;
const CANDIDATES = 14;
const BY_NAME = 10;
const COMPLETIONS = 60;
const CORRECTIONS = 4;
const SAME_BEGINNING = 3;
const NEIGHBOURS = 400;
const NEAREST = 5;
/** Share of wrong letters from which a name is not near any more. */
const FAR = 0.7;
/** A word in the making of so few letters may become anything. */
const FEW = 2;
const OPEN_WEIGHT = 0.3;
/** What a candidate gains that is of the kind that the query asks for. */
const OF_KIND = 1.15;

/**
 * @typedef {import("./rank.js").Entry} Entry
 * @typedef {{ entry: Entry, score: number, name: number }} Result
 * @typedef {{ results: Result[], failed: boolean }} Answer `failed`: a part of the index could not be loaded.
 * @typedef {{ kind: string, name: string, first: number, end: number, address: string }} KindOf
 * @typedef {{ role: string, name: number, how: "spelling" | "homophone" | "beginning" | "standing" | "slip", share: number }} Found
 */

export class Search {
  /**
   * @param {import("./shelf.js").Shelf} shelf
   * @param {string} language
   */
  constructor(shelf, language) {
    this.shelf = shelf;
    this.language = language;
    /** @type {Promise<void> | undefined} */
    this.opening = undefined;
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

  /** @param {boolean} fresh */
  async load(fresh) {
    const manifest = await this.shelf.manifest(`${this.language}/manifest`, fresh);
    const get = (/** @type {string} */ name) => this.shelf.get(`${this.language}/${name}`);
    this.count = manifest.entries;
    this.block = manifest.block;
    /** @type {KindOf[]} */
    this.kinds = manifest.kinds.map(([kind, name, first, end, address]) => ({ kind, name, first, end, address }));
    this.keys = new Keys(manifest.keys, "k", get);
    this.textKeys = new Keys(manifest.text, "b", get);
    this.get = get;
    /** @type {Map<number, Entry>} */
    this.entries = new Map();
    const tables = await this.shelf.get("tables");
    this.analyzer = new Analyzer(tables);
  }

  /**
   * @param {string} text
   * @param {string} kind Only entries of this kind, or "" for all.
   * @returns {Promise<Answer>}
   */
  async find(text, kind = "") {
    const opening = this.open();
    try {
      await opening;
      return await this.answer(text, kind);
    } catch (error) {
      if (!(error instanceof OtherBuild)) throw error;
      // Several queries may find out at once; the first of them reloads.
      if (!this.opening || this.opening === opening) this.opening = this.load(true);
      await this.opening;
      return this.answer(text, kind);
    }
  }

  /**
   * @param {string} text As `shortened` leaves it.
   * @param {string} kind
   * @returns {Promise<Answer>}
   */
  async answer(text, kind) {
    const read = this.analyzer.analyze(text);
    if (!read.form) return { results: [], failed: false };
    const round = new Round(this, read, text, kind);
    await round.byNames();
    await round.byKeys();
    let results = await round.results();
    if (!results.length || results[0].score < STRONG) {
      await round.bySlips(text);
      results = await round.results();
    }
    return { results, failed: round.failures.length > 0 };
  }

  /**
   * Entries whose names are spelt like a query that nothing answers.
   * @param {string} text
   * @returns {Promise<Entry[]>}
   */
  async nearest(text) {
    await this.open();
    const { form } = this.analyzer.analyze(text);
    if (!form) return [];
    await this.keys.load([NAME + form[0]]);
    const close = this.keys
      .beginning(NAME + form[0], NEIGHBOURS)
      .map(([key, postings]) => ({ apart: distance(form, key.slice(1), form.length) / form.length, hit: nameHits(postings)[0] }))
      .filter(({ apart }) => apart <= FAR)
      .sort((left, right) => left.apart - right.apart);
    const numbers = [...new Set(close.map(({ hit }) => hit.entry))].slice(0, NEAREST);
    await this.loadEntries(numbers);
    return numbers.map((number) => this.entries.get(number)).filter((entry) => entry !== undefined);
  }

  /**
   * Entries by their numbers; those whose block cannot be loaded are left out.
   * @param {number[]} numbers
   * @returns {Promise<unknown[]>} What failed.
   */
  async loadEntries(numbers) {
    const blocks = new Set(numbers.filter((number) => !this.entries.has(number)).map((number) => Math.floor(number / this.block)));
    const loaded = await Promise.allSettled(
      [...blocks].map(async (block) => {
        const rows = await this.get(`e${block}`);
        rows.forEach((row, index) => {
          const number = block * this.block + index;
          this.entries.set(number, this.entry(number, row));
        });
      }),
    );
    return loaded.filter((each) => each.status === "rejected").map((each) => each.reason);
  }

  /**
   * @param {number} number
   * @param {any[]} row As hooks/handbook/search/site.py writes it.
   * @returns {Entry}
   */
  entry(number, [address, names, summary, labels, reviewed, isPart]) {
    const { kind, name: kindName } = this.kinds.find(({ end }) => number < end);
    const analyzer = this.analyzer;
    let read;
    const entry = {
      number,
      kind,
      kindName,
      address,
      summary,
      labels,
      reviewed,
      isPart: Boolean(isPart),
      names: names.map((/** @type {string} */ name) => {
        let analysis;
        return {
          role: name[0],
          text: name.slice(1),
          get read() {
            return (analysis ??= analyzer.analyze(name.slice(1)));
          },
        };
      }),
      get has() {
        return (read ??= partsOf(entry, analyzer));
      },
    };
    return entry;
  }
}

/**
 * Keys of an entry to the weight of the best part that has them.
 * @param {Entry} entry
 * @param {Analyzer} analyzer
 */
function partsOf(entry, analyzer) {
  const has = new Map();
  const put = (/** @type {Iterable<string>} */ keys, /** @type {number} */ weight) => {
    for (const key of keys) has.set(key, Math.max(weight, has.get(key) ?? 0));
  };
  for (const name of entry.names) put(name.read.keys.keys(), "QO".includes(name.role) ? PART.A : PART.N);
  for (const text of [entry.kindName, entry.summary, ...entry.labels]) put(analyzer.analyze(text).keys.keys(), PART.M);
  return has;
}

/** One query on its way through the index. */
class Round {
  /**
   * @param {Search} search
   * @param {import("./analyzer.js").Analysis} read
   * @param {string} text
   * @param {string} kind
   */
  constructor(search, read, text, kind) {
    this.search = search;
    this.read = read;
    /** Whether the last word is complete. */
    this.finished = /\s$/.test(text);
    this.last = [...read.keys.keys()].findLast((key) => !key.startsWith(GROUP));
    const range = search.kinds.find((each) => each.kind === kind);
    this.first = range ? range.first : 0;
    this.end = range ? range.end : search.count;
    this.kinds = search.analyzer.kindsAsked(text);
    /** @type {unknown[]} */
    this.failures = [];
    /** @type {Map<number, Found[]>} Entries by their whole name or its beginning. */
    this.named = new Map();
    /** @type {Map<number, number>} Entries to the weight of the query that they have. */
    this.weighed = new Map();
    /** @type {Map<string, number>} */
    this.idf = new Map();
    /** @type {Map<string, Map<number, number>>} Key to entries that have it, by the part's weight. */
    this.parts = new Map();
    /** @type {Map<string, string[]>} Key to the keys that may stand for it. */
    this.meant = new Map();
    this.near = "";
  }

  /** @param {Keys} keys @param {Iterable<string>} wanted */
  async load(keys, wanted) {
    const failures = await keys.load(wanted);
    const other = failures.find((failure) => failure instanceof OtherBuild);
    if (other) throw other;
    this.failures.push(...failures);
  }

  /** @param {number} entry */
  isWanted(entry) {
    return entry >= this.first && entry < this.end;
  }

  async byNames() {
    const { form, core, canonical } = this.read;
    const keys = this.search.keys;
    await this.load(keys, [form, core, canonical].map((each) => NAME + each));
    for (const each of new Set([form, core, canonical])) this.addNames(keys.postings(NAME + each), "spelling", 1);
    for (const each of new Set([form, canonical])) {
      for (const [key, postings] of keys.beginning(NAME + each, COMPLETIONS)) {
        this.addNames(postings, each === form ? "beginning" : "standing", each.length / (key.length - 1));
      }
    }
  }

  /**
   * @param {string} postings
   * @param {Found["how"]} how
   * @param {number} share
   */
  addNames(postings, how, share) {
    for (const { entry, role, name } of nameHits(postings)) {
      if (!this.isWanted(entry)) continue;
      const found = this.named.get(entry) ?? [];
      if ("YIC".includes(role) || how !== "spelling") found.push({ role, name, how, share });
      this.named.set(entry, found);
    }
  }

  async byKeys() {
    const keys = [...this.read.keys];
    await this.load(this.search.keys, keys.map(([key]) => KEY + key));
    for (const [key, weight] of keys) {
      if (!this.isOpen(key)) this.weigh(key, weight, [key]);
      else this.weigh(key, isLatin(key) && key.length <= FEW ? OPEN_WEIGHT * weight : weight, this.completions(key));
    }
  }

  /**
   * Whether a key may only be the beginning of what is meant: the Latin word that is being typed, or one character.
   * @param {string} key
   */
  isOpen(key) {
    return isLatin(key) ? key === this.last && !this.finished : key.length === 1;
  }

  /** @param {string} key */
  completions(key) {
    return [key, ...this.search.keys.beginning(KEY + key, COMPLETIONS).map(([each]) => each.slice(1))];
  }

  /**
   * Let all entries that have one of these keys count as having `key`.
   * @param {string} key
   * @param {number} weight
   * @param {string[]} keys
   */
  weigh(key, weight, keys) {
    const found = [...new Set(keys)].map((each) => having(this.search.keys.postings(KEY + each)));
    const total = found.reduce((sum, each) => sum + each.total, 0);
    const { count } = this.search;
    this.idf.set(key, Math.log(1 + (count - Math.min(total, count) + 0.5) / (total + 0.5)));
    this.meant.set(key, [...(this.meant.get(key) ?? []), ...keys]);
    this.parts.set(key, this.parts.get(key) ?? new Map());
    for (const { parts } of found) {
      for (const [part, entries] of parts) {
        for (const entry of entries) this.add(key, entry, weight, PART[part]);
      }
    }
  }

  /**
   * An entry has a key in a part of that weight; only its best part counts.
   * @param {string} key
   * @param {number} entry
   * @param {number} weight Of the key in the query.
   * @param {number} part
   */
  add(key, entry, weight, part) {
    const parts = this.parts.get(key);
    const before = parts.get(entry) ?? 0;
    if (part <= before || !this.isWanted(entry)) return;
    parts.set(entry, part);
    this.weighed.set(entry, (this.weighed.get(entry) ?? 0) + weight * this.idf.get(key) * (part - before));
  }

  /**
   * Look for what was meant, where nothing has that name: the same sound, one wrong character, a slip in a Latin word.
   * @param {string} text
   */
  async bySlips(text) {
    const { search } = this;
    this.near = this.read.core;
    this.bySpelling();
    await Promise.all([this.bySound(text), this.byWords(), this.byText()]);
    const skips = search.analyzer.skips(text);
    await this.load(search.keys, skips.map((key) => KEY + key));
    for (const key of skips) this.weigh(key, 0.5, [key]);
  }

  /** Names that begin like the query and differ from it by a slip or two. */
  bySpelling() {
    const form = this.read.form;
    const most = slips(form.length);
    if (!most) return;
    for (const [key, postings] of this.search.keys.beginning(NAME + form.slice(0, SAME_BEGINNING), NEIGHBOURS)) {
      if (distance(form, key.slice(1), most) <= most) this.addNames(postings, "slip", 1);
    }
  }

  /** @param {string} text */
  async bySound(text) {
    const tokens = this.search.analyzer.tokens(text);
    if (tokens.every(isLatin)) return;
    const sounds = await this.sounds();
    const sound = tokens.map((token) => (isLatin(token) ? token : [...token].map((each) => sounds.get(each) ?? "").join(""))).join("");
    await this.load(this.search.keys, [NAME + sound]);
    this.addNames(this.search.keys.postings(NAME + sound), "homophone", 1);
  }

  /** @returns {Promise<Map<string, string>>} Character to syllable. */
  async sounds() {
    try {
      const readings = await this.search.shelf.get("readings");
      return new Map(Object.entries(readings).flatMap(([syllable, characters]) => [...characters].map((each) => [each, syllable])));
    } catch (error) {
      this.failures.push(error);
      return new Map();
    }
  }

  /** Let what pages speak of in their text count as well, for less than their names. */
  async byText() {
    const { textKeys } = this.search;
    const keys = [...this.read.keys].filter(([key]) => !key.startsWith(GROUP));
    await this.load(textKeys, keys.map(([key]) => key));
    for (const [key, weight] of keys) {
      for (const [part, entries] of having(textKeys.postings(key)).parts) {
        for (const entry of entries) this.add(key, entry, weight, TEXT_PART[part]);
      }
    }
  }

  async byWords() {
    const unknown = [...this.read.keys].filter(([key]) => isLatin(key) && /^[a-z]{4,}$/.test(key) && !this.parts.get(key)?.size);
    if (!unknown.length) return;
    const vocabulary = /** @type {string[]} */ ((await this.search.get("vocabulary")).split("\n"));
    for (const [key, weight] of unknown) {
      const most = slips(key.length);
      const close = vocabulary
        .map((word) => ({ word, apart: distance(key, word, most) }))
        .filter(({ apart }) => apart <= most)
        .sort((left, right) => left.apart - right.apart)
        .slice(0, CORRECTIONS);
      await this.load(this.search.keys, close.map(({ word }) => KEY + word));
      this.weigh(key, weight * 0.8, close.map(({ word }) => word));
    }
  }

  /** @returns {Promise<Result[]>} One result a page, best first. */
  async results() {
    const { search } = this;
    const named = [...this.named.keys()].sort((left, right) => this.share(right) - this.share(left) || left - right).slice(0, BY_NAME);
    const weighed = [...this.weighed]
      .map(([entry, weight]) => /** @type {const} */ ([entry, this.isAsked(entry) ? OF_KIND * weight : weight]))
      .sort((left, right) => right[1] - left[1] || left[0] - right[0])
      .slice(0, CANDIDATES);
    const numbers = [...new Set([...named, ...weighed.map(([entry]) => entry)])];
    const failures = await search.loadEntries(numbers);
    const other = failures.find((failure) => failure instanceof OtherBuild);
    if (other) throw other;
    this.failures.push(...failures);
    const query = { read: this.read, idf: this.idf, meant: this.meant, kinds: this.kinds };
    const found = numbers
      .map((number) => search.entries.get(number))
      .filter((entry) => entry !== undefined)
      .map((entry) => ({ entry, ...this.score(query, entry) }))
      .sort((left, right) => right.score - left.score || left.entry.number - right.entry.number);
    /** @type {Map<string, Result>} */
    const pages = new Map();
    for (const result of found) {
      const page = result.entry.address.split("#")[0];
      if (!pages.has(page)) pages.set(page, result);
    }
    return [...pages.values()];
  }

  /** @param {number} entry Whether it is of a kind that the query asks for. */
  isAsked(entry) {
    return this.search.kinds.some(({ kind, first, end }) => this.kinds.has(kind) && entry >= first && entry < end);
  }

  /** @param {number} entry */
  share(entry) {
    const found = this.named.get(entry);
    return found.length ? Math.max(...found.map(({ how, share }) => (how === "beginning" ? share : how === "standing" ? share / 2 : 1))) : 2;
  }

  /** @param {import("./rank.js").Query} query @param {Entry} entry */
  score(query, entry) {
    const has = new Map(entry.has);
    for (const [key, parts] of this.parts) {
      if (parts.has(entry.number)) has.set(key, Math.max(parts.get(entry.number), has.get(key) ?? 0));
    }
    const result = rank(query, { ...entry, has, names: entry.names, kind: entry.kind }, this.named.get(entry.number) ?? []);
    if (!this.near) return result;
    const meant = near(this.near, entry);
    return meant.score > result.score ? meant : result;
  }
}

/**
 * The beginning of what was typed or pasted, without what is no character.
 * @param {string} text
 */
export function shortened(text) {
  return text.slice(0, 4 * MOST_CHARACTERS).replace(/\p{Surrogate}/gu, "").slice(0, MOST_CHARACTERS);
}
