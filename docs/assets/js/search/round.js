// One query on its way through the index. Its keys lead to a dozen candidates, whose names are then compared with it letter
// by letter (rank.js).

import { GROUP, isLatin } from "./analyzer.js";
import { distance, slips } from "./distance.js";
import { KEY, NAME, having, nameHits } from "./keys.js";
import { PART, TEXT_PART, near, rank } from "./rank.js";
import { OtherBuild } from "./shelf.js";

/** The role of a provision's name. */
const CITATION = "C";
/** So many endings are taken off a citation in search of a provision that the index has. */
const SHORTER = 6;
/** So many keys of a query say what it is about; each of the others costs a file and tells little. */
const MOST_KEYS = 9;
const CANDIDATES = 10;
const BY_NAME = 8;
/** What a single letter is the beginning of may be anything: a few pages will do. */
const OF_LETTER = 8;
const COMPLETIONS = 60;
const CORRECTIONS = 4;
/** Names that are compared with a query that has a slip: those with the same first letters, or half, in the shards at hand. */
const SAME_BEGINNING = 3;
const NEIGHBOURS = 400;
/** A word in the making of so few letters may become anything. */
const FEW = 2;
const OPEN_WEIGHT = 0.3;
const SKIP_WEIGHT = 0.5;
const CORRECTION_WEIGHT = 0.8;
/** Longer queries are no name typed with a slip or with characters of the same sound. */
const LONG = 10;
/** So many of its rarest keys say what a query looks for in texts; each of the others costs a file, too. */
const TEXT_KEYS = 3;
/** An entry with less of the query's weight will not be enough of an answer. */
const HALF = 0.5;
/** What a candidate gains that is of the kind that the query asks for. */
const OF_KIND = 1.15;

/**
 * @typedef {import("./rank.js").Entry} Entry
 * @typedef {import("./rank.js").Found} Found
 * @typedef {{ entry: Entry, score: number, name: number }} Result
 */

export class Round {
  /**
   * @param {import("./index.js").Index} index
   * @param {import("./analyzer.js").Analysis} read
   * @param {string} text
   * @param {string} kind
   */
  constructor(index, read, text, kind) {
    this.index = index;
    this.read = { ...read, keys: weightiest(read.keys) };
    this.text = text;
    const { first, end } = index.range(kind);
    this.first = first;
    this.end = end;
    this.kinds = index.analyzer.kindsAsked(text);
    /** The last word or pair of characters. */
    this.last = [...this.read.keys.keys()].findLast((key) => !key.startsWith(GROUP)) ?? "";
    /** The same where it may still be in the making. */
    this.open = /\s$/.test(text) ? "" : this.last;
    /** Whether names are compared letter by letter, too. */
    this.isLenient = false;
    /** @type {unknown[]} */
    this.failures = [];
    /** @type {Map<number, Found[]>} Entries by their whole name or its beginning. */
    this.named = new Map();
    /** @type {Map<number, number>} Entries to the weight of the query that they have. */
    this.weighed = new Map();
    /** @type {Map<string, number>} How rare each key is. */
    this.idf = new Map();
    /** @type {Map<string, Map<number, number>>} Key to the entries that have it, with the weight of their best part. */
    this.parts = new Map();
    /** @type {Map<string, string[]>} Key to the keys that may stand for it. */
    this.meant = new Map();
  }

  /** Look up the query as a name, and its parts. */
  async begin() {
    const { form, core, canonical, keys } = this.read;
    const parts = [...keys.keys()].map((key) => KEY + key);
    const citations = cited(canonical);
    await this.load([...[form, core, canonical, ...citations].map((each) => NAME + each), ...parts]);
    this.byNames();
    if (!this.named.size) this.byCitation(citations);
    this.byKeys();
  }

  /** Look for what was meant where nothing has that name: the same sound, a slip, and what pages speak of. */
  async goOn() {
    this.isLenient = true;
    this.bySpelling();
    await Promise.all([...(this.isMistyped() ? [this.bySound(), this.bySkips()] : []), this.byWords(), this.byText()]);
  }

  /** Whether it is short enough for a Chinese name, and has a pair of characters that no name and no question has. */
  isMistyped() {
    const { core, keys } = this.read;
    if (isLatin(core) || [...core].length > LONG) return false;
    const isKnown = (/** @type {string} */ key) => [...(this.parts.get(key)?.values() ?? [])].some((part) => part >= PART.A);
    return [...keys.keys()].some((key) => !isLatin(key) && !key.startsWith(GROUP) && !isKnown(key));
  }

  /** @param {number} entry */
  isWanted(entry) {
    return entry >= this.first && entry < this.end;
  }

  /** @param {number} entry Whether it is of a kind that the query asks for. */
  isAsked(entry) {
    return this.index.kinds.some(({ kind, first, end }) => this.kinds.has(kind) && entry >= first && entry < end);
  }

  /** @param {Iterable<string>} keys */
  async load(keys) {
    this.take(await this.index.keys.load(keys));
  }

  /**
   * @template T
   * @param {Promise<T>} file
   * @returns {Promise<T | undefined>} Nothing where it cannot be loaded: the rest answers without it.
   */
  async bring(file) {
    try {
      return await file;
    } catch (error) {
      this.take([error]);
      return undefined;
    }
  }

  /** @param {unknown[]} failures A file of another build is nothing to go on with; one that is not here is. */
  take(failures) {
    const other = failures.find((failure) => failure instanceof OtherBuild);
    if (other) throw other;
    this.failures.push(...failures);
  }

  /** Whether something may be meant by its name, or has enough of the query to be looked at before all else. */
  isPromising() {
    let total = 0;
    for (const [key, weight] of this.read.keys) total += weight * (this.idf.get(key) ?? 0);
    return this.named.size > 0 || Math.max(0, ...this.weighed.values()) >= HALF * total;
  }

  byNames() {
    const { form, core, canonical } = this.read;
    const { keys } = this.index;
    for (const each of new Set([form, core, canonical])) this.addNames(nameHits(keys.postings(NAME + each)), "spelling", 1);
    for (const each of new Set([form, canonical])) {
      for (const [key, postings] of keys.beginning(NAME + each, COMPLETIONS)) {
        this.addNames(nameHits(postings), each === form ? "beginning" : "standing", each.length / (key.length - 1));
      }
    }
  }

  /** A provision that the index cites otherwise. @param {string[]} citations The first that it has counts. */
  byCitation(citations) {
    for (const each of citations) {
      const provisions = nameHits(this.index.keys.postings(NAME + each)).filter(({ role }) => role === CITATION);
      this.addNames(provisions, "spelling", 1);
      if (provisions.length) return;
    }
  }

  /**
   * @param {import("./keys.js").NameHit[]} hits
   * @param {Found["how"]} how
   * @param {number} share
   */
  addNames(hits, how, share) {
    for (const { entry, role, name } of hits) {
      if (!this.isWanted(entry)) continue;
      const found = this.named.get(entry) ?? [];
      // What is spelt like the name itself is compared with it again; what is not has to be remembered.
      if ("YIC".includes(role) || how !== "spelling") found.push({ role, name, how, share });
      this.named.set(entry, found);
    }
  }

  byKeys() {
    for (const [key, weight] of this.read.keys) {
      if (!this.isOpen(key)) this.weigh(key, weight, [key]);
      else this.weigh(key, isLatin(key) && key.length <= FEW ? OPEN_WEIGHT * weight : weight, this.completions(key));
    }
  }

  /** @param {string} key Whether it may only be the beginning of what is meant: a word in the making, or one character. */
  isOpen(key) {
    return isLatin(key) ? key === this.open : key.length === 1;
  }

  /** @param {string} key */
  completions(key) {
    return [key, ...this.index.keys.beginning(KEY + key, COMPLETIONS).map(([each]) => each.slice(1))];
  }

  /**
   * Let all entries that have one of these keys count as having `key`.
   * @param {string} key
   * @param {number} weight
   * @param {string[]} keys
   */
  weigh(key, weight, keys) {
    const { count, keys: index } = this.index;
    const found = [...new Set(keys)].map((each) => having(index.postings(KEY + each)));
    const total = Math.min(
      count,
      found.reduce((sum, each) => sum + each.total, 0),
    );
    this.idf.set(key, this.index.idf(total));
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
    const before = parts?.get(entry) ?? 0;
    if (part <= before || !this.isWanted(entry)) return;
    parts?.set(entry, part);
    this.weighed.set(entry, (this.weighed.get(entry) ?? 0) + weight * (this.idf.get(key) ?? 0) * (part - before));
  }

  /** Names that begin like the query and differ from it by a slip or two. */
  bySpelling() {
    const { form } = this.read;
    const most = slips(form.length);
    if (!most) return;
    for (const length of new Set([SAME_BEGINNING, Math.ceil(form.length / 2)])) {
      for (const [key, postings] of this.index.keys.beginning(NAME + form.slice(0, length), NEIGHBOURS)) {
        if (distance(form, key.slice(1), most) <= most) this.addNames(nameHits(postings), "slip", 1);
      }
    }
  }

  /** Names that sound like the query: typed with a wrong character of the right sound. */
  async bySound() {
    const tokens = this.index.analyzer.tokens(this.text);
    const sounds = tokens.every(isLatin) ? undefined : await this.bring(this.index.sounds());
    if (!sounds) return;
    const sound = tokens.map((token) => (isLatin(token) ? token : [...token].map((each) => sounds.get(each) ?? "").join(""))).join("");
    await this.load([NAME + sound]);
    this.addNames(nameHits(this.index.keys.postings(NAME + sound)), "homophone", 1);
  }

  /** Names with one character more, less or other. */
  async bySkips() {
    const skips = this.index.analyzer.skips(this.text);
    await this.load(skips.map((key) => KEY + key));
    for (const key of skips) this.weigh(key, SKIP_WEIGHT, [key]);
  }

  /** Latin words that nothing has, as words that are spelt nearly so. */
  async byWords() {
    const unknown = [...this.read.keys].filter(([key]) => /^[a-z]{4,}$/.test(key) && !this.parts.get(key)?.size);
    const file = unknown.length ? await this.bring(this.index.get("vocabulary")) : undefined;
    const vocabulary = /** @type {string[]} */ (file?.split("\n") ?? []);
    for (const [key, weight] of unknown) {
      const most = slips(key.length);
      const close = vocabulary
        .map((word) => ({ word, apart: distance(key, word, most) }))
        .filter(({ apart }) => apart <= most)
        .sort((left, right) => left.apart - right.apart)
        .slice(0, CORRECTIONS)
        .map(({ word }) => word);
      await this.load(close.map((word) => KEY + word));
      this.weigh(key, weight * CORRECTION_WEIGHT, close);
    }
  }

  /** What pages speak of in their text counts as well, for less than their names. */
  async byText() {
    const rarity = (/** @type {[string, number]} */ [key, weight]) => weight * (this.idf.get(key) ?? 0);
    const keys = [...this.read.keys]
      .filter(([key]) => !key.startsWith(GROUP))
      .sort((left, right) => rarity(right) - rarity(left))
      .slice(0, TEXT_KEYS);
    const text = await this.bring(this.index.text());
    if (!text) return;
    this.take(await text.load(keys.map(([key]) => key)));
    for (const [key, weight] of keys) {
      for (const [part, entries] of having(text.postings(key)).parts) {
        for (const entry of entries) this.add(key, entry, weight, TEXT_PART[part]);
      }
    }
  }

  /** @returns {Promise<Result[]>} One result a page, best first. */
  async results() {
    const { made, failures } = await this.index.withEntries(this.candidates(), (entry) => ({ entry, ...this.score(entry) }));
    this.take(failures);
    const found = made.sort((left, right) => right.score - left.score || left.entry.number - right.entry.number);
    /** @type {Map<string, Result>} */
    const pages = new Map();
    for (const result of found) {
      const page = result.entry.address.split("#")[0];
      if (!pages.has(page)) pages.set(page, result);
    }
    return [...pages.values()];
  }

  candidates() {
    const named = [...this.named.keys()].sort((left, right) => this.share(right) - this.share(left) || left - right);
    const weighed = [...this.weighed]
      .map(([entry, weight]) => ({ entry, weight: this.isAsked(entry) ? OF_KIND * weight : weight }))
      .sort((left, right) => right.weight - left.weight || left.entry - right.entry)
      .map(({ entry }) => entry);
    const candidates = [...new Set([...named.slice(0, BY_NAME), ...weighed.slice(0, CANDIDATES)])];
    return this.text.length > 1 ? candidates : candidates.slice(0, OF_LETTER);
  }

  /** How much of the name of an entry the query is, at best. @param {number} entry */
  share(entry) {
    const found = this.named.get(entry) ?? [];
    const shares = found.map(({ how, share }) => (how === "beginning" ? share : how === "standing" ? share / 2 : 1));
    return shares.length ? Math.max(...shares) : 2;
  }

  /** @param {Entry} entry */
  score(entry) {
    const has = new Map();
    for (const [key, parts] of this.parts) {
      const part = parts.get(entry.number) ?? 0;
      // More than that it is in a name is not found by reading all that the entry says.
      has.set(key, part >= PART.N ? part : Math.max(part, entry.has.get(key) ?? 0));
    }
    const { text, read, last, idf, meant, kinds } = this;
    const query = { text, read, last: isLatin(last) ? last : "", idf, meant, kinds };
    const result = rank(query, entry, has, this.named.get(entry.number) ?? []);
    if (!this.isLenient) return result;
    const typo = near(read.core, entry);
    return typo.score > result.score ? typo : result;
  }
}

/**
 * Other ways to write a citation, the most exact first: with its number behind ("article 13 PIPL"), and with less and less
 * of what stands below an article (个保法第13条第2款, "PIPL 13(1)").
 * @param {string} canonical
 * @returns {string[]}
 */
function cited(canonical) {
  const turned = canonical.replace(/^([0-9.]+)(.+)$/, "$2$1");
  const number = turned.match(/(?<=[^0-9])[0-9]+/);
  if (!number) return [];
  const ends = [...turned.matchAll(/[0-9]+|[a-z]+|[^0-9a-z.]+/g)].map((part) => part.index + part[0].length);
  const shorter = ends.filter((end) => end > /** @type {number} */ (number.index)).map((end) => turned.slice(0, end));
  return shorter.reverse().slice(0, SHORTER);
}

/**
 * The keys of most weight, in their order.
 * @param {Map<string, number>} keys
 * @returns {Map<string, number>}
 */
function weightiest(keys) {
  const kept = new Map([...keys].sort(([, one], [, other]) => other - one).slice(0, MOST_KEYS));
  return new Map([...keys].filter(([key]) => kept.has(key)));
}
