// Reads a text as the index does; the same as hooks/handbook/search/analyzer.py, which explains it.

import { stem } from "./stems.js";

export const GROUP = "§";
const FULL = 1;
const WITHIN = 0.25;
const ACROSS = 0.4;
const FAINT = 0.3;
const GROUP_WEIGHT = 1;

const TOKEN = /[\u3007\u3400-\u4dbf\u4e00-\u9fff]+|[a-z0-9]+/g;
const ARTICLE = /(?:第|(?=[〇零一二三四五六七八九]?[十百千]))([〇零一二三四五六七八九十百千]+)条|第?([0-9]+)条/g;
const SUBARTICLE = /(?<=[0-9 ])之([〇零一二三四五六七八九十百千]+)/g;
/** The first and the last word or Han character of a word of groups. */
const FIRST = /^(?:[a-z0-9]+ ?|.)/u;
const LAST = /(?: ?[a-z0-9]+|.)$/u;
const DIGITS = "〇零一二三四五六七八九";
/** @type {Record<string, number>} */
const UNITS = { 十: 10, 百: 100, 千: 1000 };

/**
 * @typedef {{ traditional: string, simplified: string, stop: string[], weak: string, groups: string[][],
 *   kinds: [string, string[]][] }} Tables
 * @typedef {{ form: string, core: string, canonical: string, keys: Map<string, number> }} Analysis
 */

/** @param {string} text */
function number(text) {
  let total = 0;
  let digit = 0;
  for (const character of text) {
    if (character in UNITS) {
      total += (digit || 1) * UNITS[character];
      digit = 0;
    } else {
      digit = Math.max(DIGITS.indexOf(character) - 1, 0);
    }
  }
  return total + digit;
}

export class Analyzer {
  /** @param {Tables[]} parts Of each script that is to be read. */
  constructor(parts) {
    const simple = parts.flatMap((part) => [...part.simplified]);
    this.simplified = new Map(parts.flatMap((part) => [...part.traditional]).map((character, index) => [character, simple[index]]));
    this.weak = new Set(parts.flatMap((part) => [...part.weak]));
    /** @type {Map<string, string[]>} */
    this.groups = new Map();
    /** @type {Map<string, string>} */
    this.first = new Map();
    for (const index of parts[0]?.groups.keys() ?? []) {
      for (const phrase of new Set(parts.flatMap((part) => part.groups[index]))) {
        this.groups.set(phrase, [...(this.groups.get(phrase) ?? []), `${GROUP}${index}`]);
        if (!this.first.has(phrase)) this.first.set(phrase, parts[0].groups[index][0]);
      }
    }
    this.stop = new Set(parts.flatMap((part) => part.stop));
    /** @type {Map<string, number>} The first letter of phrases to the length of the longest of them. */
    this.longest = new Map();
    for (const phrase of [...this.groups.keys(), ...this.stop]) {
      this.longest.set(phrase[0], Math.max(phrase.length, this.longest.get(phrase[0]) ?? 0));
    }
    this.kinds = parts.flatMap((part) => part.kinds);
    /** @type {Map<string, string[]>} What `within` has found so far. */
    this.inner = new Map();
  }

  /**
   * The kinds of page that a text asks for: 怎么说 a script, 怎么算 a term.
   * @param {string} text
   */
  kindsAsked(text) {
    const stemmed = ` ${this.stemmed(text)} `;
    const has = (/** @type {string} */ word) => stemmed.includes(isLatin(word) ? ` ${word} ` : word);
    return new Set(this.kinds.filter(([, words]) => words.some(has)).map(([kind]) => kind));
  }

  /** @param {string} text */
  fold(text) {
    const plain = text
      .normalize("NFKC")
      .toLowerCase()
      .normalize("NFD")
      .replaceAll("u\u0308", "v")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/(?<=[a-z])['’](?:(?:ll|m|re|ve|d)(?![a-z])|(?=[a-z]))/g, "");
    let out = "";
    for (const character of plain) out += this.simplified.get(character) ?? character;
    return out
      .replace(ARTICLE, (_, words, digits) => ` ${digits || number(words)} `)
      .replace(SUBARTICLE, (_, words) => ` ${number(words)} `);
  }

  /** @param {string} text */
  tokens(text) {
    return this.fold(text).match(TOKEN) ?? [];
  }

  /**
   * The tokens as one text, Latin ones as stems: what phrases are found in.
   * @param {string} text
   */
  stemmed(text) {
    return spaced(this.tokens(text).map(stem));
  }

  /**
   * @param {string} text
   * @returns {Analysis}
   */
  analyze(text) {
    const tokens = this.tokens(text);
    const pieces = this.pieces(spaced(tokens.map(stem)));
    /** @type {Map<string, number>} */
    const keys = new Map();
    for (const [key, weight] of this.keys(pieces)) keys.set(key, Math.max(weight, keys.get(key) ?? 0));
    const form = joined(tokens.join(" "));
    const core = joined(pieces.join(""));
    const canonical = joined(pieces.map((piece) => this.first.get(piece) ?? piece).join(""));
    return { form, core: core || form, canonical: canonical || form, keys };
  }

  /**
   * A stemmed text cut into words of groups and what stands between them; question words are blank.
   * @param {string} text
   */
  pieces(text) {
    /** @type {string[]} */
    const found = [];
    let end = 0;
    for (let place = 0; place < text.length; place = Math.max(end, place + 1)) {
      const phrase = this.phraseAt(text, place);
      if (!phrase) continue;
      found.push(text.slice(end, place), this.groups.has(phrase) ? phrase : " ");
      end = place + phrase.length;
    }
    return [...found, text.slice(end)];
  }

  /**
   * The longest word of groups or question word that begins here and is no part of a Latin word, or "".
   * @param {string} text
   * @param {number} place
   */
  phraseAt(text, place) {
    if (isWithin(text, place)) return "";
    for (let length = this.longest.get(text[place]) ?? 0; length > 0; length--) {
      const phrase = text.slice(place, place + length);
      if ((this.groups.has(phrase) || this.stop.has(phrase)) && !isWithin(text, place + length)) return phrase;
    }
    return "";
  }

  /**
   * Pairs, stems and groups with their weights.
   * @param {string[]} pieces
   * @returns {Generator<[string, number]>}
   */
  *keys(pieces) {
    const inside = pieces.flatMap((piece, index) => Array(piece.length).fill(this.groups.has(piece) ? index : -1));
    for (const match of pieces.join("").matchAll(TOKEN)) {
      const token = match[0];
      let place = match.index;
      if (isLatin(token)) {
        yield [token, inside[place] < 0 ? FULL : WITHIN];
        continue;
      }
      const characters = [...token];
      if (characters.length === 1) yield [token, FULL];
      for (let index = 1; index < characters.length; index++) {
        const after = place + characters[index - 1].length;
        const pair = characters[index - 1] + characters[index];
        yield [pair, this.weight(characters[index - 1], characters[index], inside[place], inside[after])];
        place = after;
      }
    }
    for (const piece of pieces.filter((each) => this.groups.has(each))) {
      for (const group of this.within(piece)) yield [group, WITHIN];
      for (const group of this.groups.get(piece) ?? []) yield [group, GROUP_WEIGHT * size(piece)];
    }
  }

  /**
   * The groups of shorter words inside a word of groups: of "judgment" and "debtor" in "judgment debtor list".
   * @param {string} word
   * @returns {string[]}
   */
  within(word) {
    const known = this.inner.get(word);
    if (known) return known;
    const found = [word.replace(FIRST, ""), word.replace(LAST, "")]
      .flatMap((rest) => this.pieces(rest))
      .filter((piece) => this.groups.has(piece))
      .flatMap((piece) => [...(this.groups.get(piece) ?? []), ...this.within(piece)]);
    this.inner.set(word, found);
    return found;
  }

  /**
   * @param {string} first
   * @param {string} second
   * @param {number} left
   * @param {number} right
   */
  weight(first, second, left, right) {
    if (left === right && left >= 0) return WITHIN;
    if (this.weak.has(first) || this.weak.has(second)) return FAINT;
    return left === right ? FULL : ACROSS;
  }

  /**
   * Pairs of characters with one between them.
   * @param {string} text
   */
  skips(text) {
    return this.tokens(text)
      .filter((token) => !isLatin(token))
      .flatMap((token) => {
        const characters = [...token];
        return characters.slice(2).map((character, index) => characters[index] + character);
      });
  }
}

/** @param {string} phrase */
function size(phrase) {
  return (phrase.match(TOKEN) ?? []).reduce(
    (total, token) => total + (isLatin(token) ? 1 : Math.max([...token].length - 1, 1)),
    0,
  );
}

/** @param {string} text Its first character is asked for. */
export function isLatin(text) {
  return text >= "0" && text[0] <= "z";
}

/** @param {string[]} tokens */
function spaced(tokens) {
  let out = "";
  for (const token of tokens) {
    out += out && token && isLatin(out[out.length - 1]) === isLatin(token) ? ` ${token}` : token;
  }
  return out;
}

/** @param {string} text */
function joined(text) {
  return text.replace(/(?<=[0-9]) +(?=[0-9])/g, ".").replaceAll(" ", "");
}

/**
 * @param {string} text Stemmed.
 * @param {number} place Whether it is between two letters of a Latin word.
 */
function isWithin(text, place) {
  return place > 0 && place < text.length && isLatin(text[place - 1]) && isLatin(text[place]);
}
