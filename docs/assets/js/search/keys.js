// Reads the index's lines: `key<TAB>postings`. hooks/handbook/search/postings.py writes and explains them.

import { Recent } from "./recent.js";

/** Shards that are kept in memory; a query needs a dozen of them, and a short site has no more. */
const KEPT = 600;

export const NAME = "=";
export const KEY = "+";

/**
 * @typedef {{ entry: number, role: string, name: number }} NameHit An entry by one of its names.
 * @typedef {{ total: number, parts: [string, number[]][] }} Having
 *   Entries that have a key, by the part that has it.
 */

export class Keys {
  /**
   * @param {string[]} firsts The key from which each shard begins.
   * @param {string} prefix Names of the shards without their number.
   * @param {(name: string) => Promise<string>} get
   */
  constructor(firsts, prefix, get) {
    this.firsts = firsts;
    this.prefix = prefix;
    this.get = get;
    /** @type {Recent<number, string[]>} Shards that have arrived, cut into lines. */
    this.shards = new Recent(KEPT);
  }

  /**
   * Load what these keys may lie in. What cannot be loaded is returned; the rest answers.
   * @param {Iterable<string>} keys
   * @returns {Promise<unknown[]>}
   */
  async load(keys) {
    return this.loadShards(new Set([...keys].map((key) => this.shardOf(key))));
  }

  /**
   * Load so many shards of keys that begin so, the first ones.
   * @param {string} beginning
   * @param {number} most
   */
  async loadBeginning(beginning, most) {
    const first = Math.max(this.shardOf(beginning), 0);
    const behind = this.firsts.slice(first + 1).findIndex((key) => !key.startsWith(beginning));
    const count = behind < 0 ? this.firsts.length - first : behind + 1;
    return this.loadShards(Array.from({ length: Math.min(count, most) }, (_, index) => first + index));
  }

  /**
   * @param {Iterable<number>} shards
   * @returns {Promise<unknown[]>}
   */
  async loadShards(shards) {
    const wanted = [...shards].filter((shard) => shard >= 0 && !this.shards.get(shard));
    const loaded = await Promise.allSettled(
      wanted.map(async (shard) => this.shards.set(shard, (await this.get(`${this.prefix}${shard}`)).split("\n"))),
    );
    return loaded.filter((each) => each.status === "rejected").map((each) => each.reason);
  }

  /** @param {string} key */
  shardOf(key) {
    return firstAbove(this.firsts, key) - 1;
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
    for (let shard = Math.max(this.shardOf(beginning), 0); shard < this.firsts.length; shard++) {
      const lines = this.shards.get(shard);
      if (!lines) return found;
      for (let index = firstAbove(lines, beginning, true); index < lines.length; index++) {
        if (!lines[index].startsWith(beginning) || found.length === most) return found;
        const tab = lines[index].indexOf("\t");
        found.push([lines[index].slice(0, tab), lines[index].slice(tab + 1)]);
      }
    }
    return found;
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
