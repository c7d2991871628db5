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
const DIGITS = "〇零一二三四五六七八九";
/** @type {Record<string, number>} */
const UNITS = { 十: 10, 百: 100, 千: 1000 };

/**
 * @typedef {{ traditional: string, simplified: string, stop: string[], weak: string, groups: string[][],
 *   kinds: [string, string[]][] }} Tables
 * @typedef {{ text: string, groups: number[] }} Piece A part of a text: a word of groups, or what stands between such words.
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
  /** @param {Tables} tables */
  constructor(tables) {
    const simple = [...tables.simplified];
    this.simplified = new Map([...tables.traditional].map((character, index) => [character, simple[index]]));
    this.weak = new Set(tables.weak);
    this.first = tables.groups.map((group) => group[0]);
    /** @type {Map<string, number[]>} Phrases to their groups; those of no group are question words. */
    this.phrases = new Map();
    tables.groups.forEach((group, index) => {
      for (const phrase of group) this.phrases.set(phrase, [...(this.phrases.get(phrase) ?? []), index]);
    });
    for (const phrase of tables.stop) this.phrases.set(phrase, this.phrases.get(phrase) ?? []);
    /** @type {Map<string, number>} The first letter of phrases to the length of the longest of them. */
    this.longest = new Map();
    for (const { 0: first, length } of this.phrases.keys()) this.longest.set(first, Math.max(length, this.longest.get(first) ?? 0));
    this.kinds = tables.kinds;
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
      .replace(/(?<=[a-z])['’](?=[a-z])/g, "");
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
    const stretches = this.stretches(spaced(tokens.map(stem)));
    /** @type {Map<string, number>} */
    const keys = new Map();
    for (const stretch of stretches) {
      for (const [key, weight] of this.keys(stretch)) keys.set(key, Math.max(weight, keys.get(key) ?? 0));
    }
    const form = joined(spaced(tokens));
    const core = joined(spaced(stretches.map((stretch) => stretch.map((piece) => piece.text).join("").trim())));
    const canonical = joined(
      spaced(
        stretches.map((stretch) =>
          stretch
            .map((piece) => (piece.groups.length ? this.first[piece.groups[0]] : piece.text))
            .join("")
            .trim(),
        ),
      ),
    );
    return { form, core: core || form, canonical: canonical || form, keys };
  }

  /**
   * What stands between question words of a stemmed text, each stretch cut into words of groups and the rest.
   * @param {string} text
   */
  stretches(text) {
    /** @type {Piece[][]} */
    const found = [];
    /** @type {Piece[]} */
    let stretch = [];
    let end = 0;
    for (let start = 0; start < text.length; start++) {
      const phrase = this.phraseAt(text, start);
      if (!phrase) continue;
      if (end < start) stretch.push({ text: text.slice(end, start), groups: [] });
      const groups = this.phrases.get(phrase) ?? [];
      if (groups.length) {
        stretch.push({ text: phrase, groups });
      } else if (stretch.length) {
        found.push(stretch);
        stretch = [];
      }
      end = start + phrase.length;
      start = end - 1;
    }
    if (end < text.length) stretch.push({ text: text.slice(end), groups: [] });
    if (stretch.length) found.push(stretch);
    return found;
  }

  /**
   * The longest phrase that begins here and is no part of a Latin word, or "".
   * @param {string} text
   * @param {number} start
   */
  phraseAt(text, start) {
    if (isWithin(text, start)) return "";
    for (let length = this.longest.get(text[start]) ?? 0; length > 0; length--) {
      const phrase = text.slice(start, start + length);
      if (this.phrases.has(phrase) && !isWithin(text, start + length)) return phrase;
    }
    return "";
  }

  /**
   * Pairs, stems and groups of a stretch with their weights.
   * @param {Piece[]} stretch
   * @returns {Generator<[string, number]>}
   */
  *keys(stretch) {
    const text = stretch.map((piece) => piece.text).join("");
    const inside = stretch.flatMap((piece, index) => Array(piece.text.length).fill(piece.groups.length ? index : -1));
    for (const match of text.matchAll(TOKEN)) {
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
    for (const piece of stretch) {
      for (const group of piece.groups) yield [`${GROUP}${group}`, GROUP_WEIGHT * size(piece.text)];
    }
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
  return text.replace(/(?<=[0-9]) (?=[0-9])/g, ".").replaceAll(" ", "");
}

/**
 * @param {string} text Stemmed.
 * @param {number} place Whether it is between two letters of a Latin word.
 */
function isWithin(text, place) {
  return place > 0 && place < text.length && isLatin(text[place - 1]) && isLatin(text[place]);
}
