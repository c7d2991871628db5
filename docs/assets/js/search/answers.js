// Answers what stands in the field: first with the pages that are so called, a moment later with those that speak of it.

import { inLanguage } from "./addresses.js";
import { KINDS } from "./frame.js";
import { everythingAt, incomplete, nothingFound, onlyElsewhere, unavailable } from "./messages.js";
import { emptyView } from "./remembered.js";
import { markingOf, titleOf } from "./rows.js";
import { shortened } from "./search.js";
import { isClear, worthShowing } from "./worth.js";

/** Milliseconds after which a wait is noticed, the text is searched, a search was in vain, and a failure is tried again. */
const BUSY_DELAY = 150;
const TEXT_DELAY = 250;
const SETTLED_DELAY = 1500;
const RETRY_DELAYS = [1000, 3000, 9000];
const MOST_SHOWN_OF_QUERY = 40;

/**
 * @typedef {import("./hits.js").Hit} Hit
 * @typedef {{ results: import("./round.js").Result[], marking: import("./rows.js").Marking, failed: boolean, elsewhere: boolean }} Found
 *   `elsewhere`: they are of other kinds than the one that is filtered by.
 * @typedef {{ hits: import("./hits.js").Hits, list: import("./list.js").List, status: import("./status.js").Status,
 *   trail: import("./trail.js").Trail, timers: import("./timers.js").Timers }} Outlets Where an answer shows.
 */

export class Answers {
  /**
   * @param {HTMLInputElement} field
   * @param {import("./dialog.js").Parts} parts
   * @param {Outlets} outlets
   */
  constructor(field, parts, { hits, list, status, trail, timers }) {
    this.field = field;
    this.parts = parts;
    this.hits = hits;
    this.list = list;
    this.status = status;
    this.trail = trail;
    this.timers = timers;
    /** The kind that is filtered by, or "". */
    this.kind = "";
    /** Number of the query that is being answered; answers to earlier ones are dropped. */
    this.round = 0;
    this.retries = 0;
    /** Whether what Enter would open may still be on its way. */
    this.isPending = false;
    /** What a key asked for meanwhile, to be done with what then comes first. @type {((hit: Hit) => unknown) | undefined} */
    this.waiting = undefined;
  }

  /**
   * Do it with the row that is chosen: the one that is shown, or what is about to come first.
   * @param {(hit: Hit) => unknown} action
   */
  onceChosen(action) {
    const hit = this.list.chosen;
    if (hit) action(hit);
    else if (this.isPending) this.waiting = action;
  }

  query() {
    return shortened(this.field.value).trim();
  }

  /** Answer anew: something else was asked, or the same once more. */
  refresh() {
    this.retries = 0;
    this.waiting = undefined;
    this.trail.used = false;
    this.status.renew();
    this.list.outdate();
    return this.answer();
  }

  async answer() {
    const { words } = this.parts;
    const query = this.query();
    const round = ++this.round;
    this.timers.stopAll();
    this.isPending = query !== "";
    if (!query) return this.showEmpty();
    if (this.list.isStale) this.timers.after("busy", BUSY_DELAY, () => this.showBusy());
    try {
      const found = await this.find(query);
      if (round !== this.round) return;
      if (found.results.length) this.showNames(found);
      if (found.failed) this.retryLater();
      const delay = found.results.length && !this.waiting ? TEXT_DELAY : 0;
      this.timers.after("text", delay, () => this.showText(query, round, found));
    } catch {
      if (round !== this.round) return;
      this.list.show([], unavailable(words, this.indexes()));
      this.status.announce(words.unavailable);
      this.settle();
      this.retryLater();
    }
  }

  /**
   * What is worth showing. A kind that has nothing so called: what the others have stands in its place, so that Enter still
   * leads somewhere.
   * @param {string} query
   * @returns {Promise<Found>}
   */
  async find(query) {
    const { search } = this.parts;
    // A space at the end says that the last word is complete.
    const typed = shortened(this.field.value).trimStart();
    const { results, failed } = await search.find(typed, this.kind);
    // Only now has the analyzer learnt the script that the query is written in.
    const marking = markingOf(search.index.analyzer, query);
    const own = worthShowing(results, marking);
    if (own.length || failed || !this.kind) return { results: own, marking, failed, elsewhere: false };
    const others = worthShowing((await search.find(typed)).results, marking);
    return { results: others, marking, failed, elsewhere: others.length > 0 };
  }

  /** @param {Found} found */
  showNames({ results, marking, failed, elsewhere }) {
    const { words } = this.parts;
    const hits = this.hits.named(results, marking);
    const said = words.count(hits.length, titleOf(hits[0].entry));
    this.list.show(hits, failed ? incomplete(words, []) : elsewhere ? onlyElsewhere(words) : []);
    this.timers.stop("busy");
    this.status.announce(elsewhere ? `${words.elsewhere} ${said}` : said);
    if (isClear(results[0])) this.settle();
  }

  /**
   * The second list: pages that speak of it. Where it has the query letter by letter and no name is clear, it is the first.
   * @param {string} query
   * @param {number} round
   * @param {Found} found
   */
  async showText(query, round, { results, failed }) {
    const { search, words } = this.parts;
    const { passages, failed: lacks } = await search.passages(query, this.kind);
    if (round !== this.round) return;
    const clear = results.filter(isClear);
    const shown = new Set(clear.map(({ entry }) => entry.address.split("#")[0]));
    const texts = this.hits.inText(passages.filter(({ entry }) => !shown.has(entry.address)));
    const isFirst = !clear.length && passages.some(({ isLiteral }) => isLiteral);
    if (!results.length) this.list.show([], failed || lacks ? incomplete(words, texts.length ? [] : this.indexes()) : []);
    if (texts.length) this.showTexts(texts, isFirst || !results.length);
    else if (!results.length && (failed || lacks)) this.status.announce(words.failed);
    else if (!results.length) this.showNothing(query, round);
    // Where a part of the names is missing, too, that is said already, and both will be asked for again.
    if (lacks && !failed) this.showLack(results.length > 0);
    this.settle();
  }

  /**
   * @param {Hit[]} texts
   * @param {boolean} isFirst
   */
  showTexts(texts, isFirst) {
    const { words } = this.parts;
    this.list.add(texts, isFirst, words);
    if (isFirst) this.status.announce(words.count(this.list.hits.length, titleOf(texts[0].entry)));
    else this.status.announce(`${this.status.said} · ${words.textCount(texts.length)}`);
  }

  /** @param {boolean} isBelow Whether there are names, so that what is missing should have followed them. */
  showLack(isBelow) {
    const { words } = this.parts;
    if (isBelow) {
      this.list.lack(incomplete(words, []));
      this.status.announce(`${this.status.said} · ${words.failed}`);
    }
    this.retryLater();
  }

  /** What Enter opens is here. */
  settle() {
    const { waiting } = this;
    const hit = this.list.chosen;
    this.timers.stop("busy");
    this.isPending = false;
    this.waiting = undefined;
    if (hit) waiting?.(hit);
  }

  showBusy() {
    const { looking } = this.parts.words;
    this.list.wait(looking);
    this.status.announce(looking);
  }

  showEmpty() {
    const { memory, words, language } = this.parts;
    const places = this.indexes().filter(({ kind }) => kind === this.kind);
    this.list.show([], [...everythingAt(places), ...emptyView(memory, words, language, (address) => this.hits.hrefOf(address), this.kind)]);
    this.status.tell("");
  }

  /**
   * @param {string} query
   * @param {number} round
   */
  showNothing(query, round) {
    const { search, words } = this.parts;
    const { kind } = this;
    const shown = query.slice(0, MOST_SHOWN_OF_QUERY);
    const say = (/** @type {import("./rank.js").Entry[]} */ near) => {
      const places = near.map((entry) => ({ name: titleOf(entry), href: this.hits.hrefOf(entry.address) }));
      this.list.say(nothingFound(words, shown, places, this.indexes()));
    };
    say([]);
    this.status.announce(words.none(shown));
    this.timers.after("settled", SETTLED_DELAY, () => this.trail.fail(query, kind, "none"));
    search.nearest(query).then((near) => round === this.round && say(near), () => {});
  }

  retryLater() {
    const delay = RETRY_DELAYS[this.retries++];
    if (delay) this.timers.after("retry", delay, () => this.field.closest("dialog")?.open && this.answer());
  }

  /** The lists where everything of a kind stands. */
  indexes() {
    const { words, language, kindNames } = this.parts;
    return KINDS.map(([kind, folder]) => ({
      kind,
      name: words.everything(kindNames[kind]),
      href: this.hits.hrefOf(inLanguage(folder, language)),
    }));
  }
}
