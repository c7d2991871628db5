// The search dialog: a field, filters by kind, two lists of results, a preview, and what search remembers.
//
// The field keeps the focus while arrows move through the rows (a combobox with a grid); the link and buttons of the row
// that is chosen are the next stops of the Tab key. Without a query the dialog shows favourites and recent searches.

import { dayOf } from "../desk/today.js";
import { keepQuery, pageAddress } from "./addresses.js";
import { copy, element } from "./dom.js";
import { KINDS, frame } from "./frame.js";
import { asParameter } from "./highlight.js";
import { evenly, wordsOf } from "./marks.js";
import { incomplete, nothingFound, onlyElsewhere, stepThrough, unavailable } from "./messages.js";
import { Preview } from "./preview.js";
import { download, emptyView, recordView } from "./remembered.js";
import { hasWords, label, passageRow, resultRow, titleOf } from "./rows.js";
import { shortened } from "./search.js";

const TEXT_DELAY = 250;
const ANNOUNCE_DELAY = 500;
const SETTLED_DELAY = 1500;
const RETRY_DELAYS = [1000, 3000, 9000];
const SHOWN = 10;
/** What scores less than this share of the first result is not shown. */
const LEAST_SHARE = 0.3;
const CLEAR = 300;
const MOST_SHOWN_OF_QUERY = 40;
/** @type {Record<string, string>} Actions by key with Alt. */
const ALT = { KeyP: "preview", KeyC: "copyText", KeyL: "copyLink", KeyB: "favourite" };

/**
 * @typedef {import("./rank.js").Entry} Entry
 * @typedef {{ entry: Entry, href: string, row: HTMLElement }} Hit
 * @typedef {{ search: import("./search.js").Search, memory: import("./memory.js").Memory, words: import("./rows.js").Words,
 *   root: URL, language: string, kindNames: Record<string, string> }} Parts
 */

export class Dialog {
  /**
   * @param {HTMLDialogElement} dialog With a field in it: both are made before this file has arrived.
   * @param {Parts} parts
   */
  constructor(dialog, parts) {
    this.dialog = dialog;
    this.parts = parts;
    this.kind = "";
    /** Number of the query that is being answered; answers to earlier ones are dropped. */
    this.round = 0;
    this.retries = 0;
    this.chosen = -1;
    /** Whether this search led somewhere. */
    this.used = false;
    /** What is announced of the first list. */
    this.said = "";
    /** @type {Hit[]} */
    this.hits = [];
    /** @type {import("./round.js").Result[]} Results that need no excerpt of their text to be understood. */
    this.clear = [];
    /** @type {Record<string, ReturnType<typeof setTimeout>>} */
    this.timers = {};

    this.frame = frame(dialog, parts.words, parts.kindNames);
    this.field = this.frame.field;
    this.preview = new Preview(this.frame.preview, parts.search.index, parts.words);
    this.listen();
  }

  listen() {
    const { dialog, field } = this;
    const { record } = this.frame;
    // An input method at work changes the field too: results follow while it is still composing.
    field.addEventListener("input", () => this.refresh());
    dialog.addEventListener("keydown", (event) => this.onKey(event));
    dialog.addEventListener("click", (event) => this.onClick(event));
    dialog.addEventListener("close", () => this.onClose());
    addEventListener("storage", () => dialog.open && this.showMemory());
    record.addEventListener("toggle", () => this.showRecord());
    record.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement) {
        this.parts.memory.set(/** @type {"records" | "letters"} */ (target.dataset.setting), target.checked);
      }
    });
  }

  /** Answer what stands in the field, again or for the first time. */
  refresh() {
    this.retries = 0;
    this.used = false;
    return this.answer();
  }

  query() {
    return shortened(this.field.value).trim();
  }

  async answer() {
    const { search, words } = this.parts;
    const query = this.query();
    const round = ++this.round;
    for (const timer of Object.values(this.timers)) clearTimeout(timer);
    if (!query) {
      this.show([], emptyView(this.parts.memory, words, (address) => this.hrefOf(address)));
      return;
    }
    try {
      // A space at the end says that the last word is complete.
      const typed = shortened(this.field.value).trimStart();
      const { results, failed } = await search.find(typed, this.kind);
      // A kind that has nothing so called: what the others have stands in its place, so that Enter still leads somewhere.
      const elsewhere = this.kind && !results.length && !failed ? (await search.find(typed)).results : [];
      if (round !== this.round) return;
      this.clear = results.filter(({ score }) => score >= CLEAR);
      this.showResults(query, worthShowing([...results, ...elsewhere]), failed, elsewhere.length > 0);
      this.after("text", TEXT_DELAY, () => this.showText(query, round, failed));
      if (failed) this.retryLater();
    } catch {
      if (round !== this.round) return;
      this.show([], unavailable(words, this.indexes()));
      this.retryLater();
    }
  }

  /**
   * @param {string} query
   * @param {import("./round.js").Result[]} results
   * @param {boolean} failed
   * @param {boolean} elsewhere Whether they are of other kinds than the one that is filtered by.
   */
  showResults(query, results, failed, elsewhere) {
    const { search, words } = this.parts;
    const marking = { query: wordsOf(search.index.analyzer, query), fold: evenly(search.index.analyzer) };
    const hits = results.map((result, index) => {
      const href = this.hrefOf(result.entry.address);
      return { entry: result.entry, href, row: resultRow(result, marking, this.setting(result.entry, index, href)) };
    });
    const missing = elsewhere ? onlyElsewhere(words) : [];
    this.show(hits, failed ? incomplete(words, hits.length ? [] : this.indexes()) : missing);
    if (!hits.length && !failed) {
      this.showNothing(query, []);
      const round = this.round;
      search.nearest(query).then((near) => round === this.round && !this.hits.length && this.showNothing(query, near), () => {});
    }
    const found = hits.length ? words.count(hits.length, titleOf(hits[0].entry)) : words.none(query.slice(0, MOST_SHOWN_OF_QUERY));
    if (elsewhere) this.said = `${words.elsewhere} ${found}`;
    else this.said = failed && !hits.length ? words.failed : found;
    this.announce(this.said);
  }

  /** @param {string[]} texts Said once typing has paused. */
  announce(...texts) {
    this.after("announce", ANNOUNCE_DELAY, () => (this.frame.status.textContent = texts.join(" · ")));
  }

  /**
   * @param {string} query
   * @param {Entry[]} near
   */
  showNothing(query, near) {
    const places = near.map((entry) => ({ name: titleOf(entry), href: this.hrefOf(entry.address) }));
    const shown = query.slice(0, MOST_SHOWN_OF_QUERY);
    this.frame.message.replaceChildren(...nothingFound(this.parts.words, shown, places, this.indexes()));
  }

  /**
   * The second list: pages that speak of it.
   * @param {string} query
   * @param {number} round
   * @param {boolean} hasGaps Whether a part of the first list is missing: then that is said already, and it will be tried again.
   */
  async showText(query, round, hasGaps) {
    const { search, words } = this.parts;
    const { passages, failed, isOld } = await search.passages(query, this.kind);
    if (round !== this.round) return;
    const shown = new Set(this.clear.map(({ entry }) => entry.address.split("#")[0]));
    const hits = passages
      .filter(({ entry }) => !shown.has(entry.address))
      .map((passage, index) => {
        const href = this.hrefOf(passage.entry.address, passage.anchor, asParameter(passage.excerpt));
        return { entry: passage.entry, href, row: passageRow(passage, this.setting(passage.entry, this.hits.length + index, href)) };
      });
    const isNews = failed && !hasGaps;
    const isOver = !failed && this.frame.missing.hasChildNodes();
    const said = this.hits.length || !hits.length ? [this.said] : [];
    if (hits.length) said.push(words.textCount(hits.length));
    if (isNews) said.push(words.failed);
    if (hits.length || isNews || isOver) this.announce(...said);
    this.frame.missing.replaceChildren(...(isNews ? incomplete(words, []) : []));
    if (isNews && isOld) this.retryLater();
    else if (isNews && !hits.length) this.retryLater(() => this.showText(query, round, hasGaps));
    if (hits.length) this.addTexts(hits, hasGaps);
    else if (!this.hits.length && !failed && !hasGaps) this.after("settled", SETTLED_DELAY, () => this.fail("none"));
  }

  /**
   * @param {Hit[]} hits
   * @param {boolean} hasGaps
   */
  addTexts(hits, hasGaps) {
    if (!this.hits.length && !hasGaps) this.frame.message.replaceChildren();
    const head = element("div", { class: "hb-search__group", "aria-hidden": "true" }, this.parts.words.inText);
    this.frame.texts.replaceChildren(head, ...hits.map(({ row }) => row));
    this.hits.push(...hits);
    this.expand();
    if (this.chosen < 0) this.choose(0);
  }

  /**
   * @param {Hit[]} hits
   * @param {Node[]} message
   */
  show(hits, message) {
    this.hits = [...hits];
    this.chosen = -1;
    this.frame.names.replaceChildren(...hits.map(({ row }) => row));
    this.frame.texts.replaceChildren();
    this.frame.message.replaceChildren(...message);
    this.frame.missing.replaceChildren();
    this.frame.status.textContent = "";
    this.expand();
    if (hits.length) this.choose(0);
    else this.preview.close();
  }

  expand() {
    this.frame.grid.hidden = !this.hits.length;
    this.field.setAttribute("aria-expanded", String(this.hits.length > 0));
    if (!this.hits.length) this.field.removeAttribute("aria-activedescendant");
  }

  /** @param {number} index Of the row that Enter opens; wraps around at both ends. */
  choose(index) {
    const count = this.hits.length;
    if (!count) return;
    this.chosen = (index + count) % count;
    this.hits.forEach(({ row }, number) => {
      row.setAttribute("aria-selected", String(number === this.chosen));
      for (const stop of row.querySelectorAll("a, button")) stop.setAttribute("tabindex", number === this.chosen ? "0" : "-1");
    });
    const { entry, row } = this.hits[this.chosen];
    this.field.setAttribute("aria-activedescendant", `${row.id}-page`);
    row.scrollIntoView({ block: "nearest" });
    if (this.preview.shown) this.preview.show(entry);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    // Keys that belong to an input method: Enter ends the composition, arrows choose among candidates.
    if (event.isComposing || event.keyCode === 229) return;
    const inField = event.target === this.field;
    if (event.altKey && !event.ctrlKey && !event.metaKey) {
      const digit = /^(?:Digit|Numpad)([0-5])$/.exec(event.code);
      if (digit) this.filter(KINDS[Number(digit[1]) - 1]?.[0] ?? "");
      else if (ALT[event.code]) this.act(ALT[event.code], this.hits[this.chosen]);
      else return;
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (this.hits.length) {
        this.choose(this.chosen + step);
        this.field.focus();
      } else stepThrough(this.frame.message, this.field, step);
    } else if (event.key === "Enter" && inField) {
      const hit = this.hits[this.chosen];
      if (hit) this.open(hit, event.ctrlKey || event.metaKey);
    } else {
      return;
    }
    event.preventDefault();
  }

  /** @param {MouseEvent} event */
  onClick(event) {
    const target = /** @type {Element} */ (event.target);
    if (target === this.dialog) return this.dialog.close();
    const button = target.closest("button");
    const hit = this.hits.find(({ row }) => row.contains(target));
    if (button?.dataset.kind) this.filter(button.dataset.kind);
    else if (button?.dataset.action) this.act(button.dataset.action, hit ?? this.hits.find(({ entry }) => entry === this.preview.shown));
    else if (button?.dataset.query) {
      this.field.value = button.dataset.query;
      this.field.focus();
      this.refresh();
    } else if (hit && target.closest("a")) this.leave();
  }

  /**
   * @param {string} action
   * @param {Hit | undefined} hit
   */
  act(action, hit) {
    const { memory } = this.parts;
    /** @type {Record<string, () => unknown>} */
    const actions = {
      retry: () => this.refresh(),
      allKinds: () => this.filter(""),
      clearFavourites: () => (memory.clearFavourites(), this.answer()),
      clearRecent: () => (memory.clearRecent(), this.answer()),
      exportRecord: () => download(memory),
      clearRecord: () => (memory.clearFailures(), this.showRecord()),
      closePreview: () => (this.preview.close(), this.field.focus()),
      preview: () => hit && this.togglePreview(hit.entry),
      copyText: () => hit && this.copyText(hit.entry),
      copyLink: () => hit && this.copyLink(hit),
      favourite: () => hit && this.toggleFavourite(hit),
    };
    return actions[action]?.();
  }

  /** @param {string} kind Chosen again, it is no longer chosen. */
  filter(kind) {
    this.kind = kind === this.kind ? "" : kind;
    for (const chip of this.frame.chips) chip.setAttribute("aria-pressed", String(chip.dataset.kind === this.kind));
    this.field.focus();
    this.refresh();
  }

  /**
   * @param {Hit} hit
   * @param {boolean} apart In a new tab.
   */
  open({ href }, apart) {
    this.leave();
    if (apart) window.open(href, "_blank", "noopener");
    else location.assign(href);
  }

  /** A page is about to be opened: coming back leads to this search. */
  leave() {
    const query = this.query();
    if (!query) return;
    this.used = true;
    this.parts.memory.addRecent(query);
    keepQuery(query);
  }

  onClose() {
    if (this.query() && !this.used && this.hits.length) this.fail("unopened");
    keepQuery("");
    this.preview.close();
  }

  /** @param {"none" | "unopened"} outcome */
  fail(outcome) {
    const { memory, language } = this.parts;
    const query = this.query();
    if (query.length > 1) memory.addFailure({ query, language, kind: this.kind, outcome, day: new Date().toISOString().slice(0, 10) });
  }

  /** @param {() => unknown} again */
  retryLater(again = () => this.answer()) {
    const delay = RETRY_DELAYS[this.retries++];
    if (delay) this.after("retry", delay, () => this.dialog.open && again());
  }

  /** @param {Entry} entry */
  togglePreview(entry) {
    this.used = true;
    if (this.preview.shown === entry) this.preview.close();
    else this.preview.show(entry);
  }

  /** @param {Entry} entry */
  async copyText(entry) {
    const { words } = this.parts;
    if (hasWords(entry)) this.tell((await this.preview.copy(entry)) ? words.textCopied : words.notCopied);
  }

  /** @param {Hit} hit */
  async copyLink({ entry }) {
    const { words } = this.parts;
    this.tell((await copy(this.hrefOf(entry.address))) ? words.linkCopied : words.notCopied);
  }

  /** @param {Hit} hit */
  toggleFavourite({ entry, row }) {
    const { memory, words } = this.parts;
    memory.toggleFavourite({ address: entry.address, title: titleOf(entry), kind: entry.kind });
    const button = /** @type {HTMLElement} */ (row.querySelector("[data-action=favourite]"));
    label(button, entry, words, memory.isFavourite(entry.address));
    this.used = true;
  }

  showRecord() {
    if (this.frame.record.open) this.frame.record.lastElementChild?.replaceChildren(...recordView(this.parts.memory, this.parts.words));
  }

  /** Another tab has changed what search remembers. */
  showMemory() {
    if (!this.query()) this.answer();
    this.showRecord();
    if (!this.dialog.contains(document.activeElement)) this.field.focus();
  }

  /** @param {string} text Shown and announced. */
  tell(text) {
    this.used = true;
    clearTimeout(this.timers.announce);
    this.frame.status.textContent = text;
  }

  /**
   * @param {string} name
   * @param {number} delay
   * @param {() => unknown} then
   */
  after(name, delay, then) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(then, delay);
  }

  /**
   * @param {Entry} entry
   * @param {number} index
   * @param {string} href
   */
  setting(entry, index, href) {
    const { words, memory, language } = this.parts;
    const foreign = language === "zh" ? "en" : "zh";
    const isFavourite = memory.isFavourite(entry.address);
    return { id: `hb-hit-${index}`, href, words, isFavourite, language, foreign, today: dayOf(new Date()) };
  }

  /**
   * @param {string} address
   * @param {string} [anchor]
   * @param {string} [highlighted]
   */
  hrefOf(address, anchor, highlighted) {
    return pageAddress(this.parts.root, address, anchor, highlighted);
  }

  /** The lists where everything of a kind stands. */
  indexes() {
    const { words, language, kindNames } = this.parts;
    return KINDS.map(([kind, folder]) => ({
      name: words.everything(kindNames[kind]),
      href: this.hrefOf(language === "zh" ? folder : `${language}/${folder}`),
    }));
  }
}

/** @param {import("./round.js").Result[]} results */
function worthShowing(results) {
  return results.filter(({ score }) => score >= LEAST_SHARE * results[0].score).slice(0, SHOWN);
}
