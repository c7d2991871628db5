// The search dialog: its parts, and what keys, clicks and buttons do.
//
// The field keeps the focus while arrows move through the rows (a combobox with a grid); the link and buttons of the row
// that is chosen are the next stops of the Tab key. Without a query the dialog shows favourites and recent searches.

import { keptPlace } from "./addresses.js";
import { Answers } from "./answers.js";
import { copy } from "./dom.js";
import { KINDS, frame } from "./frame.js";
import { Hits } from "./hits.js";
import { List } from "./list.js";
import { stepThrough } from "./messages.js";
import { Preview } from "./preview.js";
import { download, recordView } from "./remembered.js";
import { hasWords, label, titlesOf } from "./rows.js";
import { Status } from "./status.js";
import { Timers } from "./timers.js";
import { Trail } from "./trail.js";

/** @type {Record<string, number>} Keys that move through the rows, and by how many. */
const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };
/** @type {Record<string, string>} Actions by key with Alt. */
const ALT = { KeyP: "preview", KeyC: "copyText", KeyL: "copyLink", KeyB: "favourite" };

/**
 * @typedef {import("./rank.js").Entry} Entry
 * @typedef {import("./hits.js").Hit} Hit
 * @typedef {{ search: import("./search.js").Search, memory: import("./memory.js").Memory, words: import("./rows.js").Words,
 *   root: URL, language: string, kindNames: Record<string, string> }} Parts
 */

export class Dialog {
  /**
   * @param {HTMLDialogElement} dialog With a field in it: both are made before this file has arrived.
   * @param {Parts} parts
   */
  constructor(dialog, parts) {
    const { search, memory, words, language, kindNames } = parts;
    const timers = new Timers();
    this.dialog = dialog;
    this.parts = parts;
    this.frame = frame(dialog, words, kindNames);
    this.field = this.frame.field;
    this.status = new Status(this.frame.status, timers);
    this.trail = new Trail(memory, language);
    this.preview = new Preview(this.frame.preview, search.index, words);
    this.hits = new Hits(parts);
    this.list = new List(this.frame, (entry) => this.preview.follow(entry));
    const { hits, list, status, trail } = this;
    this.answers = new Answers(this.field, parts, { hits, list, status, trail, timers });
    const { kind, chosen } = keptPlace();
    this.setKind(kind);
    this.list.wanted = chosen;
    this.listen();
  }

  listen() {
    const { dialog, field } = this;
    const { record } = this.frame;
    // An input method at work changes the field too: results follow while it is still composing.
    field.addEventListener("input", () => this.ask());
    dialog.addEventListener("keydown", (event) => this.onKey(event));
    dialog.addEventListener("click", (event) => this.onClick(event));
    dialog.addEventListener("auxclick", (event) => this.onAuxClick(event));
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
    return this.answers.refresh();
  }

  /** The reader asks something else. */
  ask() {
    this.list.wanted = "";
    return this.refresh();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    // Keys that belong to an input method: Enter ends the composition, arrows choose among candidates.
    if (event.isComposing || event.keyCode === 229) return;
    const step = STEPS[event.key];
    if (event.altKey && !event.ctrlKey && !event.metaKey) {
      const digit = /^(?:Digit|Numpad)([0-5])$/.exec(event.code);
      if (digit) this.filter(KINDS[Number(digit[1]) - 1]?.[0] ?? "");
      else if (ALT[event.code]) this.answers.onceChosen((hit) => this.act(ALT[event.code], hit));
      else return;
    } else if (step && this.list.hits.length) {
      this.list.move(step);
      this.field.focus();
    } else if (step === 1 || step === -1) {
      stepThrough(this.frame.message, this.field, step);
    } else if (event.key === "Enter" && event.target === this.field) {
      this.answers.onceChosen((hit) => this.open(hit, event.ctrlKey || event.metaKey));
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
    const hit = this.hitOf(target);
    if (button?.dataset.kind) this.filter(button.dataset.kind);
    else if (button?.dataset.action) this.act(button.dataset.action, hit ?? this.list.hits.find(({ entry }) => entry === this.preview.shown));
    else if (button?.dataset.query) {
      this.field.value = button.dataset.query;
      this.field.focus();
      this.ask();
    } else if (hit && target.closest("a")) this.leave(hit);
  }

  /** @param {MouseEvent} event The middle button opens a page in a new tab, and the right one may. */
  onAuxClick(event) {
    const target = /** @type {Element} */ (event.target);
    const hit = this.hitOf(target);
    if (hit && target.closest("a")) this.leave(hit);
  }

  /** @param {Element} target @returns {Hit | undefined} The hit in whose row it is. */
  hitOf(target) {
    return this.list.hits.find(({ row }) => row.contains(target));
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
      clearFavourites: () => (memory.clearFavourites(), this.refresh()),
      clearRecent: () => (memory.clearRecent(), this.refresh()),
      exportRecord: () => download(memory),
      clearRecord: () => this.clearRecord(),
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
    this.setKind(kind === this.answers.kind ? "" : kind);
    this.field.focus();
    this.ask();
  }

  /** @param {string} kind */
  setKind(kind) {
    this.answers.kind = kind;
    for (const chip of this.frame.chips) chip.setAttribute("aria-pressed", String(chip.dataset.kind === kind));
  }

  /**
   * @param {Hit} hit
   * @param {boolean} apart In a new tab.
   */
  open(hit, apart) {
    this.leave(hit);
    if (apart) window.open(hit.href, "_blank", "noopener");
    else location.assign(hit.href);
  }

  /** @param {Hit} hit */
  leave({ href }) {
    this.trail.leave(this.answers.query(), { kind: this.answers.kind, chosen: href });
  }

  onClose() {
    this.trail.close(this.answers.query(), this.answers.kind, this.list.hits.length > 0);
    this.answers.waiting = undefined;
    this.list.wanted = "";
    this.setKind("");
    this.preview.close();
  }

  /** @param {Entry} entry */
  togglePreview(entry) {
    if (!hasWords(entry)) return this.status.tell(this.parts.words.noText);
    this.trail.used = true;
    return this.preview.toggle(entry);
  }

  /** @param {Entry} entry */
  async copyText(entry) {
    const { words } = this.parts;
    if (!hasWords(entry)) return this.status.tell(words.noText);
    this.trail.used = true;
    this.status.tell((await this.preview.copy(entry)) ? words.textCopied : words.notCopied);
  }

  /** @param {Hit} hit */
  async copyLink({ entry }) {
    const { words } = this.parts;
    this.trail.used = true;
    this.status.tell((await copy(this.hits.hrefOf(entry.address))) ? words.linkCopied : words.notCopied);
  }

  /** @param {Hit} hit Its page may stand in both lists. */
  toggleFavourite({ entry }) {
    const { memory, words, language } = this.parts;
    memory.toggleFavourite({ address: entry.address, titles: titlesOf(entry, language), kind: entry.kind });
    const isFavourite = memory.isFavourite(entry.address);
    for (const { row } of this.list.hits.filter((hit) => hit.entry.address === entry.address)) {
      label(/** @type {HTMLElement} */ (row.querySelector("[data-action=favourite]")), entry, words, isFavourite);
    }
    this.trail.used = true;
    this.status.tell(isFavourite ? words.favouriteAdded : words.favouriteRemoved);
  }

  /** Another tab has changed what search remembers. */
  showMemory() {
    if (!this.answers.query()) this.refresh();
    this.showRecord();
    if (!this.dialog.contains(document.activeElement)) this.field.focus();
  }

  showRecord() {
    if (this.frame.record.open) this.frame.record.lastElementChild?.replaceChildren(...recordView(this.parts.memory, this.parts.words));
  }

  clearRecord() {
    this.parts.memory.clearFailures();
    this.showRecord();
    this.frame.record.querySelector("summary")?.focus();
  }
}
