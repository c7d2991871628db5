// What was found, as rows that lead somewhere.

import { dayOf } from "../desk/today.js";
import { pageAddress } from "./addresses.js";
import { asParameter } from "./highlight.js";
import { passageRow, resultRow } from "./rows.js";

/**
 * @typedef {import("./rank.js").Entry} Entry
 * @typedef {{ entry: Entry, href: string, row: HTMLElement }} Hit
 */

export class Hits {
  /** @param {import("./dialog.js").Parts} parts */
  constructor({ memory, words, root, language }) {
    this.memory = memory;
    this.words = words;
    this.root = root;
    this.language = language;
  }

  /**
   * @param {import("./round.js").Result[]} results
   * @param {import("./rows.js").Marking} marking
   * @returns {Hit[]}
   */
  named(results, marking) {
    return results.map((result, index) => {
      const href = this.hrefOf(result.entry.address);
      return { entry: result.entry, href, row: resultRow(result, marking, this.setting(result.entry, `hb-hit-${index}`, href)) };
    });
  }

  /**
   * @param {import("./text.js").Passage[]} passages
   * @returns {Hit[]} They lead to the words.
   */
  inText(passages) {
    return passages.map((passage, index) => {
      const href = this.hrefOf(passage.entry.address, passage.anchor, asParameter(passage.excerpt));
      return { entry: passage.entry, href, row: passageRow(passage, this.setting(passage.entry, `hb-text-${index}`, href)) };
    });
  }

  /**
   * @param {Entry} entry
   * @param {string} id
   * @param {string} href
   * @returns {import("./rows.js").Setting}
   */
  setting(entry, id, href) {
    const { words, memory, language } = this;
    const foreign = language === "zh" ? "en" : "zh";
    return { id, href, words, isFavourite: memory.isFavourite(entry.address), language, foreign, today: dayOf(new Date()) };
  }

  /**
   * @param {string} address As the index has it.
   * @param {string} [anchor]
   * @param {string} [highlighted]
   */
  hrefOf(address, anchor, highlighted) {
    return pageAddress(this.root, address, anchor, highlighted);
  }
}
