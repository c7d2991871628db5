// Answers a query: which entries are meant, best first. Knows the index, not the page that shows the answer.

import { distance } from "./distance.js";
import { NAME, nameHits } from "./keys.js";
import { Round } from "./round.js";
import { OtherBuild } from "./shelf.js";
import { findText } from "./text.js";

const MOST_CHARACTERS = 120;
/** From this score on a name or question is answer enough; below it, what else may be meant is looked at. */
const ENOUGH = 330;
/** Names with the same first letter that are compared, and the shards that they are looked for in. */
const NEIGHBOURS = 1500;
const MOST_SHARDS = 8;
const NEAREST = 5;
/** A name with more wrong letters than this share of the query's is not near. */
const FAR = 0.5;
/** Pinyin of names, and its initials: any few letters are near some of them. */
const SPELT = "YI";
const LEAST_SPELT = 4;

/**
 * @typedef {import("./rank.js").Entry} Entry
 * @typedef {import("./round.js").Result} Result
 * @typedef {{ results: Result[], failed: boolean }} Answer `failed`: a part of the index could not be loaded.
 */

export class Search {
  /** @param {import("./index.js").Index} index */
  constructor(index) {
    this.index = index;
  }

  /**
   * @param {string} text As `shortened` leaves it.
   * @param {string} kind Only entries of this kind, or "" for all.
   * @returns {Promise<Answer>}
   */
  async find(text, kind = "") {
    const opened = this.index.open();
    try {
      await opened;
      return await this.answer(text, kind);
    } catch (error) {
      if (!(error instanceof OtherBuild)) throw error;
      await this.index.reopen(opened);
      return this.answer(text, kind);
    }
  }

  /**
   * Pages that have the words of a query in their text.
   * @param {string} text
   * @param {string} kind
   * @returns {Promise<{ passages: import("./text.js").Passage[], failed: boolean }>} All has failed where the site was
   *   published after the index had been opened: the names that were found are to be asked for again, too.
   */
  async passages(text, kind) {
    const opened = this.index.open();
    try {
      await opened;
      const { passages, failures } = await findText(this.index, text, kind);
      const other = failures.find((failure) => failure instanceof OtherBuild);
      if (other) throw other;
      return { passages, failed: failures.length > 0 };
    } catch (error) {
      if (error instanceof OtherBuild) await this.index.reopen(opened).catch(() => {});
      return { passages: [], failed: true };
    }
  }

  /**
   * Only where names and questions are not enough, homophones, slips of the finger and the text of pages are looked at:
   * they never push a name down, and most queries need none of their files.
   * @param {string} text
   * @param {string} kind
   * @returns {Promise<Answer>}
   */
  async answer(text, kind) {
    const unlearnt = await this.index.learn(text).catch(unlessOtherBuild);
    const read = this.index.analyzer.analyze(text);
    if (!read.form) return { results: [], failed: false };
    const round = new Round(this.index, read, text, kind);
    await round.begin();
    let results = round.isPromising() ? await round.results() : [];
    if (!results.length || results[0].score < ENOUGH) {
      await round.goOn();
      results = await round.results();
    }
    return { results, failed: Boolean(unlearnt) || round.failures.length > 0 };
  }

  /**
   * Entries whose names are spelt like a query that nothing answers.
   * @param {string} text
   * @returns {Promise<Entry[]>}
   */
  async nearest(text) {
    const { index } = this;
    await index.open();
    const { form } = index.analyzer.analyze(text);
    if (!form) return [];
    await index.keys.loadBeginning(NAME + form[0], MOST_SHARDS);
    const close = index.keys
      .beginning(NAME + form[0], NEIGHBOURS)
      .map(([key, postings]) => ({ apart: distance(form, key.slice(1), form.length) / form.length, hit: nameHits(postings)[0] }))
      .filter(({ apart, hit }) => apart <= FAR && (form.length >= LEAST_SPELT || !SPELT.includes(hit.role)))
      .sort((left, right) => left.apart - right.apart);
    const numbers = [...new Set(close.map(({ hit }) => hit.entry))].slice(0, NEAREST);
    return (await index.withEntries(numbers, (entry) => entry)).made;
  }
}

/** @param {unknown} failure What is not here is done without; a file of another build is not. */
function unlessOtherBuild(failure) {
  if (failure instanceof OtherBuild) throw failure;
  return failure;
}

/**
 * The beginning of what was typed or pasted, without what is no character.
 * @param {string} text
 */
export function shortened(text) {
  return text.slice(0, 4 * MOST_CHARACTERS).replace(/\p{Surrogate}/gu, "").slice(0, MOST_CHARACTERS);
}
