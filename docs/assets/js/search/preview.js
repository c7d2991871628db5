// What a script has an agent say or send, to read and copy without leaving the list.

import { button, copy, element } from "./dom.js";
import { hasWords, titleOf } from "./rows.js";

/**
 * @typedef {import("./rows.js").Words} Words
 * @typedef {import("./rank.js").Entry} Entry
 * @typedef {[heading: string, said: string]} Said
 */

export class Preview {
  /**
   * @param {HTMLElement} panel
   * @param {import("./index.js").Index} index
   * @param {Words} words
   */
  constructor(panel, index, words) {
    this.panel = panel;
    this.index = index;
    this.words = words;
    /** Whether the reader opened it: it goes with pages that have no words, and comes back with the next that has some. */
    this.isWanted = false;
    /** @type {Entry | undefined} */
    this.shown = undefined;
  }

  /** @param {Entry} entry A script. Asked for twice, it is closed. */
  toggle(entry) {
    if (this.shown === entry) return this.close();
    this.isWanted = true;
    return this.follow(entry);
  }

  /** @param {Entry | undefined} entry The page that is chosen now. */
  async follow(entry) {
    if (!this.isWanted || entry === this.shown) return;
    this.shown = entry && hasWords(entry) ? entry : undefined;
    if (!this.shown) return this.hide();
    const said = await this.said(this.shown);
    if (this.shown !== entry) return;
    this.panel.replaceChildren(...this.view(titleOf(entry), said));
    this.panel.hidden = false;
  }

  close() {
    this.isWanted = false;
    this.shown = undefined;
    this.hide();
  }

  hide() {
    this.panel.hidden = true;
    this.panel.replaceChildren();
  }

  /**
   * @param {Entry} entry
   * @returns {Promise<boolean>} Whether its words are copied, each part below its heading.
   */
  async copy(entry) {
    const said = (await this.said(entry)) ?? [];
    return said.length > 0 && copy(said.map(([heading, words]) => (heading ? `# ${heading}\n${words}` : words)).join("\n\n"));
  }

  /**
   * The parts of a page that have words to say or send, unless they cannot be loaded.
   * @param {Entry} entry
   * @returns {Promise<Said[] | undefined>}
   */
  async said(entry) {
    const text = /** @type {import("./text.js").Text | undefined} */ (await this.index.get(`t${entry.number}`).catch(() => undefined));
    return text?.flatMap(([, heading, , said]) => (said ? [/** @type {Said} */ ([heading, said])] : []));
  }

  /**
   * @param {string} title
   * @param {Said[] | undefined} said
   */
  view(title, said) {
    const { words } = this;
    const lack = said ? words.noText : words.notLoaded;
    return [
      element(
        "div",
        { class: "hb-search__title" },
        element("h2", {}, title),
        button("copyText", words.copyText),
        button("closePreview", words.closePreview),
      ),
      ...(said?.length ? [] : [element("p", {}, lack)]),
      ...(said ?? []).map(([heading, text]) =>
        element("section", {}, ...(heading ? [element("h3", {}, heading)] : []), ...text.split("\n").map((line) => element("p", {}, line))),
      ),
    ];
  }
}
