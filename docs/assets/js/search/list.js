// The rows of results and the one that is chosen; while there are none, what is said in their place.

import { element } from "./dom.js";

/**
 * @typedef {import("./hits.js").Hit} Hit
 */

export class List {
  /**
   * @param {ReturnType<typeof import("./frame.js").frame>} frame
   * @param {(entry: Hit["entry"] | undefined) => void} onChoice Told which row is chosen.
   */
  constructor(frame, onChoice) {
    this.frame = frame;
    this.onChoice = onChoice;
    /** @type {Hit[]} As they stand, from top to bottom. */
    this.hits = [];
    /** @type {Hit | undefined} */
    this.current = undefined;
    /** Where the row leads that the reader chose; it stays chosen while others come, and when the reader comes back. */
    this.wanted = "";
    /** Whether the rows answer what stood in the field before: none of them is opened any more. */
    this.isStale = false;
  }

  /** @returns {Hit | undefined} What Enter opens. */
  get chosen() {
    return this.isStale ? undefined : this.current;
  }

  /** The field has changed, and its answer is on its way. */
  outdate() {
    this.isStale = true;
  }

  /** @param {string} text Says that the answer takes a moment; where there are rows, they say so by their looks. */
  wait(text) {
    if (this.hits.length) this.frame.grid.setAttribute("aria-busy", "true");
    else this.say([element("p", {}, text)]);
  }

  /**
   * @param {Hit[]} hits By name.
   * @param {Node[]} message
   */
  show(hits, message) {
    const { grid, names, texts, missing } = this.frame;
    this.isStale = false;
    this.hits = [...hits];
    this.current = undefined;
    this.keepingFocus(() => {
      names.replaceChildren(...hits.map(({ row }) => row));
      texts.replaceChildren();
      missing.replaceChildren();
      grid.append(texts);
      grid.removeAttribute("aria-busy");
      this.say(message);
      this.arrange();
    });
    if (!hits.length) this.onChoice(undefined);
  }

  /**
   * @param {Hit[]} hits Found in the text.
   * @param {boolean} first Whether they come before those by name.
   * @param {{ inNames: string, inText: string }} words
   */
  add(hits, first, { inNames, inText }) {
    const { grid, names, texts } = this.frame;
    texts.replaceChildren(group(inText), ...hits.map(({ row }) => row));
    if (first) {
      if (this.hits.length) names.prepend(group(inNames));
      grid.prepend(texts);
    }
    this.hits = first ? [...hits, ...this.hits] : [...this.hits, ...hits];
    this.arrange();
    if (first) this.current?.row.scrollIntoView({ block: "nearest" });
  }

  /** @param {Node[]} message Above the rows or in place of them. */
  say(message) {
    this.keepingFocus(() => this.frame.message.replaceChildren(...message));
  }

  /** @param {Node[]} warning Below the rows: what should have followed them. */
  lack(warning) {
    this.keepingFocus(() => this.frame.missing.replaceChildren(...warning));
  }

  /** Where nothing else is wanted, the first row is chosen. */
  arrange() {
    const { grid, field } = this.frame;
    grid.hidden = !this.hits.length;
    field.setAttribute("aria-expanded", String(this.hits.length > 0));
    const hit = this.hits.find(({ href }) => href === this.wanted) ?? this.hits[0];
    if (!hit) field.removeAttribute("aria-activedescendant");
    else if (hit !== this.current) this.choose(hit);
  }

  /** @param {number} by So many rows further. One wraps around at the ends, more stop there. */
  move(by) {
    const { hits } = this;
    if (this.isStale) return;
    const to = hits.findIndex((hit) => hit === this.current) + by;
    const hit = Math.abs(by) === 1 ? hits.at(to % hits.length) : hits[Math.min(Math.max(to, 0), hits.length - 1)];
    if (!hit) return;
    this.wanted = hit.href;
    this.choose(hit);
  }

  /** @param {Hit} hit */
  choose(hit) {
    this.current = hit;
    for (const { row } of this.hits) {
      row.setAttribute("aria-selected", String(row === hit.row));
      for (const stop of row.querySelectorAll("a, button")) stop.setAttribute("tabindex", row === hit.row ? "0" : "-1");
    }
    this.frame.field.setAttribute("aria-activedescendant", `${hit.row.id}-page`);
    hit.row.scrollIntoView({ block: "nearest" });
    this.onChoice(hit.entry);
  }

  /** @param {() => void} change What had the focus may go with it; then the field has it. */
  keepingFocus(change) {
    const { list, field } = this.frame;
    const held = list.contains(document.activeElement);
    change();
    if (held && !list.contains(document.activeElement)) field.focus();
  }
}

/** @param {string} name */
const group = (name) => element("div", { class: "hb-search__group", "aria-hidden": "true" }, name);
