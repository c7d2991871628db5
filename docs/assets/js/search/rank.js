// Decides which of the entries found comes first. Pure: a query, an entry and how it was found make a score.
//
// A name always beats a mention: whole name > other whole name > pinyin > initials > homophone > beginning of a name >
// part of a name > the more of the query's weight in one name or question > slips of the finger.

import { distance, slips } from "./distance.js";

/**
 * @typedef {import("./analyzer.js").Analysis} Analysis
 * @typedef {import("./analyzer.js").Analyzer} Analyzer
 * @typedef {{ role: string, text: string, read: Analysis }} Name
 * @typedef {{ number: number, kind: string, kindName: string, address: string, names: Name[], summary: string, read: Analysis,
 *   labels: string[], review: import("../desk/review.js").Review, isPart: boolean, has: Map<string, number> }} Entry
 *   `read` is the summary, `has` maps keys to the weight of the best part that has them.
 * @typedef {{ role: string, name: number, how: "spelling" | "homophone" | "beginning" | "standing" | "slip", share: number }} Found
 *   How an entry was found by the name of that index; `share` is how much of the name the query is.
 * @typedef {{ score: number, name: number }} Score `name` is the index of the name that won, or -1.
 * @typedef {{ text: string, read: Analysis, last: string, idf: Map<string, number>, meant: Map<string, string[]>,
 *   kinds: Set<string> }} Query `last` is its last word where that is a Latin one, `meant` maps a key of the query to the keys
 *   that may stand for it: completions and corrections.
 */

const WHOLE = 1000;
const CORE = 900;
const CANONICAL = 840;
/** By the spelling that led to the entry. @type {Record<string, number>} */
const SPELLING = { Y: 880, I: 860 };
const HOMOPHONE = 720;
const BEGINNING = 540;
const INSIDE = 440;
const PER_SHARE = 180;
/** What a part of a name loses once question words are left out. */
const CORE_LOSS = 20;
/** What a part of a name loses that the query only stands for by a word that means the same. */
const STANDING_LOSS = 260;
/** What a question loses that is the query's only by words that mean the same. */
const ASKED_STANDING_LOSS = 200;
/** What the beginning of a spelling is worth less than that of a name. */
const SPELT_LOSS = 60;
const COVERED = 560;
const NEAR = 420;
const ASKED_KIND = 50;
/** What a name that is left when question words are taken away loses where they asked for another kind: "客户说要投诉怎么办". */
const OTHER_KIND = 300;
const PART_OF_PAGE = -6;
/** What a name gains that is written like the query to the last sign: "M6+" is not "M6". */
const TO_THE_LETTER = 35;
/** What a name loses in which the query ends within a word: "court" is no beginning of "courtesy period". */
const WITHIN_WORD = 80;

/** The beginning of a citation: all provisions alike, so that they stay in order. */
const CITED = 700;

/** What a name of each role is worth less than a title. @type {Record<string, number>} */
const LESS = { T: 0, C: 0, B: 0, A: 30, G: 30, D: 40, P: 350, F: 50, Q: 80, O: 240, S: 200, H: 380 };
/** Among equal names, what a reader most likely means. @type {Record<string, number>} */
const KIND = { term: 10, script: 8, reg: 6, case: 4, lesson: 2, page: 0 };
/** The same where nothing has that name: who describes what a customer says looks for a script. @type {Record<string, number>} */
const KIND_MEANT = { term: 20, script: 36, reg: 14, page: 8, case: 0, lesson: 0 };
/** What a question loses that a page is only an example of or an exercise for, where none was asked for. @type {Record<string, number>} */
const RETOLD = { case: 60, lesson: 60 };
/** Weight of a key by the part of an entry that has it. @type {Record<string, number>} */
export const PART = { T: 1.1, N: 1, A: 0.8, M: 0.5, S: 0.5 };
/** The same for the text of a page: its headings, what occurs often, the rest. @type {Record<string, number>} */
export const TEXT_PART = { N: 0.6, A: 0.5, M: 0.35 };

/** From here on something is found by its name. */
const STRONG = 500;

/**
 * @param {Query} query
 * @param {Entry} entry
 * @param {Map<string, number>} has Keys to the weight of the best part of the entry that has them.
 * @param {Found[]} found
 * @returns {Score}
 */
export function rank(query, entry, has, found) {
  let score = 0;
  let name = -1;
  const better = (/** @type {number} */ value, /** @type {number} */ index) => {
    if (value > score) [score, name] = [value, index];
  };
  entry.names.forEach((each, index) => better(byName(query, each, entry.kind), index));
  for (const { role, name: index, how, share } of found) {
    const less = LESS[entry.names[index].role];
    if (how === "spelling") better((SPELLING[role] ?? CANONICAL) - less, index);
    if (how === "homophone") better(HOMOPHONE - less, index);
    if (how === "slip") better(NEAR - less, index);
    if (how === "beginning" || how === "standing") {
      const loss = how === "standing" ? STANDING_LOSS : SPELT_LOSS;
      better(role === "C" && isCitation(query) ? CITED : BEGINNING + PER_SHARE * share - loss - less, index);
    }
  }
  const [covered, best] = coverage(query, entry, has);
  better(COVERED * covered, best);
  const byKind = (score < STRONG ? KIND_MEANT : KIND)[entry.kind];
  const prior = byKind + (query.kinds.has(entry.kind) ? ASKED_KIND : 0) + (entry.isPart ? PART_OF_PAGE : 0);
  return { score: score + (score < STRONG ? 20 * covered : 0) + prior, name };
}

/** @param {Pick<Query, "read">} query Only then a beginning of a citation is meant as one. */
function isCitation({ read }) {
  return /[0-9]/.test(read.form);
}

/**
 * @param {Query} query
 * @param {Name} name
 * @param {string} kind Of the entry.
 */
function byName({ text, read, last, kinds }, name, kind) {
  const less = LESS[name.role];
  const other = name.read;
  if (read.form === other.form) return WHOLE - less + (text.toLowerCase() === name.text.toLowerCase() ? TO_THE_LETTER : 0);
  const unasked = kinds.size && !kinds.has(kind) ? OTHER_KIND : 0;
  const retold = kinds.has(kind) ? 0 : (RETOLD[kind] ?? 0);
  const cut = last && !other.keys.has(last) ? WITHIN_WORD : 0;
  const lost = less + cut + (isAsked(name) ? unasked + retold : retold && unasked);
  if (read.core === other.core) return CORE - less - unasked;
  if (read.canonical === other.canonical) return CANONICAL - less - unasked - (isAsked(name) ? ASKED_STANDING_LOSS : 0);
  if (name.role === "C" && isCitation({ read }) && other.form.includes(read.form)) return CITED;
  let best = 0;
  const pairs = /** @type {const} */ ([
    [read.form, other.form, 0],
    [read.core, other.core, CORE_LOSS],
    [read.canonical, other.canonical, STANDING_LOSS],
  ]);
  for (const [mine, theirs, loss] of pairs) {
    if (name.role === "C" || mine.length < 2 || mine.length >= theirs.length) continue;
    const share = mine.length / theirs.length;
    const at = theirs.indexOf(mine);
    if (at === 0) best = Math.max(best, BEGINNING + PER_SHARE * share - lost - loss);
    else if (at > 0) best = Math.max(best, INSIDE + PER_SHARE * share - lost - loss);
  }
  return best;
}

/** @param {Name} name Whether it is a question or what a customer says, no name proper. */
function isAsked({ role }) {
  return "QOS".includes(role);
}

/**
 * How much of the query's weight the entry has, from 0 to 1: half for the entry as a whole, half for its best name or, as
 * good as a name, its summary.
 * @param {Query} query
 * @param {Entry} entry
 * @param {Map<string, number>} has
 * @returns {[number, number]} And the index of that name.
 */
function coverage({ read, idf, meant }, entry, has) {
  let total = 0;
  let whole = 0;
  const wanted = /** @type {[string, number][]} */ ([]);
  for (const [key, weight] of read.keys) {
    const worth = weight * (idf.get(key) ?? 0);
    wanted.push([key, worth]);
    total += worth;
    whole += worth * (has.get(key) ?? 0);
  }
  if (!total) return [0, -1];
  const likeness = (/** @type {Analysis} */ { keys }) => {
    let matched = 0;
    let count = 0;
    for (const [key, worth] of wanted) {
      if ((meant.get(key) ?? [key]).some((each) => keys.has(each))) {
        matched += worth;
        count++;
      }
    }
    return (matched / total) * (0.1 + 0.9 * Math.sqrt(count / Math.max(keys.size, 1)));
  };
  let best = likeness(entry.read);
  let index = -1;
  entry.names.forEach((name, number) => {
    const value = likeness(name.read) - LESS[name.role] / 4000;
    if (value > best) [best, index] = [value, number];
  });
  return [0.5 * (whole / total) + 0.5 * best, index];
}

/**
 * A name that the query would be without a few slips.
 * @param {string} form
 * @param {Entry} entry
 * @returns {Score}
 */
export function near(form, entry) {
  let score = 0;
  let name = -1;
  entry.names.forEach(({ read, role }, index) => {
    const most = /[a-z]/.test(form) ? slips(form.length) : Math.max(1, Math.floor(form.length / 3));
    const apart = distance(form, read.form, most);
    const value = apart > most ? 0 : NEAR + 80 * (1 - apart / form.length) - LESS[role] / 2;
    if (value > score) [score, name] = [value, index];
  });
  return { score, name };
}
