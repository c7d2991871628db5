// Reads the index's lines: `key<TAB>postings`. hooks/handbook/search/postings.py writes and explains them.

import { Recent } from "./recent.js";

/** Shards that are kept in memory; a query needs a dozen of them. */
const KEPT = 600;

export const NAME = "=";
export const KEY = "+";

/**
 * @typedef {{ size: number, firsts: string[], lists: string[][] }} Root
 *   Lists of so many shards, by the key from which each begins; the lists themselves where there are few.
 * @typedef {{ entry: number, role: string, name: number }} NameHit An entry by one of its names.
 * @typedef {{ total: number, parts: [string, number[]][] }} Having
 *   Entries that have a key, by the part that has it.
 */

export class Keys {
  /**
   * @param {Root} root
   * @param {string} prefix Names of the shards without their number.
   * @param {(name: string) => Promise<any>} get
   */
  constructor({ size, firsts, lists }, prefix, get) {
    this.size = size;
    this.firsts = firsts;
    this.prefix = prefix;
    this.get = get;
    /** @type {Map<number, string[]>} Lists that are here. */
    this.lists = new Map(lists.entries());
    /** @type {Recent<number, string[]>} Shards that have arrived, cut into lines. */
    this.shards = new Recent(KEPT);
  }

  /**
   * Load what these keys may lie in. What cannot be loaded is returned; the rest answers.
   * @param {Iterable<string>} keys
   * @returns {Promise<unknown[]>}
   */
  async load(keys) {
    const all = [...keys];
    const failures = await this.loadLists(all);
    return [...failures, ...(await this.loadShards(all.map((key) => this.shardOf(key))))];
  }

  /**
   * Load so many shards of keys that begin so, the first ones of their list.
   * @param {string} beginning
   * @param {number} most
   */
  async loadBeginning(beginning, most) {
    const failures = await this.loadLists([beginning]);
    const first = Math.max(this.shardOf(beginning), 0);
    const behind = this.listed(first).slice(1);
    const other = behind.findIndex((key) => !key.startsWith(beginning));
    const count = Math.min(most, 1 + (other < 0 ? behind.length : other));
    return [...failures, ...(await this.loadShards(Array.from({ length: count }, (_, index) => first + index)))];
  }

  /** @param {string[]} keys */
  loadLists(keys) {
    const lists = keys.map((key) => this.listOf(key));
    return this.bring(lists, this.lists, async (list) => this.get(`${this.prefix}l${list}`));
  }

  /** @param {number[]} shards */
  loadShards(shards) {
    return this.bring(shards, this.shards, async (shard) => (await this.get(`${this.prefix}${shard}`)).split("\n"));
  }

  /**
   * @param {number[]} numbers
   * @param {Map<number, string[]>} into Where what is missing of them goes.
   * @param {(number: number) => Promise<string[]>} load
   * @returns {Promise<unknown[]>} Why some could not be loaded.
   */
  async bring(numbers, into, load) {
    const missing = new Set(numbers.filter((number) => number >= 0 && !into.get(number)));
    const loaded = await Promise.allSettled([...missing].map(async (number) => into.set(number, await load(number))));
    return loaded.filter((each) => each.status === "rejected").map((each) => each.reason);
  }

  /** @param {string} key The number of the list that it is in; -1 before all lists. */
  listOf(key) {
    return firstAbove(this.firsts, key) - 1;
  }

  /** @param {string} key The number of the shard that it may lie in; -1 where there is none, or its list is not here. */
  shardOf(key) {
    const list = this.listOf(key);
    const firsts = this.lists.get(list);
    return firsts ? list * this.size + firstAbove(firsts, key) - 1 : -1;
  }

  /** @param {number} shard The keys from which it and those behind it in its list begin. */
  listed(shard) {
    return this.lists.get(Math.floor(shard / this.size))?.slice(shard % this.size) ?? [];
  }

  /**
   * The postings of a key, empty where there are none or their shard is not there.
   * @param {string} key
   */
  postings(key) {
    const lines = this.shards.get(this.shardOf(key)) ?? [];
    const line = lines[firstAbove(lines, `${key}\t`, true)];
    return line?.startsWith(`${key}\t`) ? line.slice(key.length + 1) : "";
  }

  /**
   * Keys that begin so and what they lead to, in order, within the shard where they begin and those loaded behind it.
   * @param {string} beginning
   * @param {number} most
   * @returns {[string, string][]}
   */
  beginning(beginning, most) {
    /** @type {[string, string][]} */
    const found = [];
    for (let shard = Math.max(this.shardOf(beginning), 0); ; shard++) {
      const lines = this.shards.get(shard);
      if (!lines) return found;
      for (let index = firstAbove(lines, beginning, true); index < lines.length; index++) {
        if (!lines[index].startsWith(beginning) || found.length === most) return found;
        const tab = lines[index].indexOf("\t");
        found.push([lines[index].slice(0, tab), lines[index].slice(tab + 1)]);
      }
    }
  }
}

/**
 * Index of the first item above a value; with `orEqual` also of the value itself.
 * @param {string[]} sorted
 * @param {string} value
 */
function firstAbove(sorted, value, orEqual = false) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (orEqual ? sorted[middle] < value : sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * `1bY0 2cI1`
 * @param {string} postings
 * @returns {NameHit[]}
 */
export function nameHits(postings) {
  return [...postings.matchAll(/([0-9a-z]+)([A-Z])([0-9a-z]+)/g)].map(([, entry, role, name]) => ({
    entry: parseInt(entry, 36),
    role,
    name: parseInt(name, 36),
  }));
}

/**
 * `N1b,1 A2,5 #3g`
 * @param {string} postings
 * @returns {Having}
 */
export function having(postings) {
  let total = 0;
  let stored = 0;
  /** @type {[string, number[]][]} */
  const parts = [];
  for (const group of postings ? postings.split(" ") : []) {
    if (group[0] === "#") {
      total = parseInt(group.slice(1), 36);
      continue;
    }
    let entry = 0;
    const entries = group
      .slice(1)
      .split(",")
      .map((step) => (entry += parseInt(step, 36)));
    parts.push([group[0], entries]);
    stored += entries.length;
  }
  return { total: total || stored, parts };
}
