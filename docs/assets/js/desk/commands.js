// What can be done from the keyboard on a page, by name: the desk adds its commands, the palette and search show them.

import { thisPage } from "./places.js";
import { word } from "./words.js";

/** The event by which any part of the page, such as the search field with a `>` in it, asks for the palette. */
export const OPEN = "handbook:commands";

/**
 * `keys` as in aria-keyshortcuts. `isReady` tells whether it makes sense now; `isListed`, unless false, that it is shown in lists.
 * @typedef {{ id: string, title: string, keys?: string, run: () => unknown, isReady?: () => boolean, isListed?: false }} Command
 */

export class Commands {
  constructor() {
    /** @type {Map<string, Command>} In the order in which they are shown. */
    this.all = new Map();
  }

  /** @param {Command} command */
  add(command) {
    this.all.set(command.id, command);
  }

  /** @param {string} id */
  run(id) {
    const command = this.all.get(id);
    if (command && (command.isReady?.() ?? true)) command.run();
  }

  /**
   * Those that make sense now and hold all words of a query.
   * @param {string} query
   */
  matching(query) {
    const words = query.replace(/^>/, "").toLowerCase().split(/\s+/).filter(Boolean);
    return [...this.all.values()].filter(
      (command) => command.isListed !== false && (command.isReady?.() ?? true) && words.every((each) => `${command.title} ${command.id}`.toLowerCase().includes(each)),
    );
  }

  /**
   * Run the command whose keys are pressed; returns whether there is one.
   * @param {KeyboardEvent} event
   */
  runByKey(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return false;
    const key = `Alt+${event.code.replace(/^Key/, "").replace("Period", ".")}`;
    const command = [...this.all.values()].find((each) => each.keys === key);
    if (!command) return false;
    this.run(command.id);
    return true;
  }
}

/**
 * The commands that any page has: end the call, switch language, copy the link.
 * @param {Document} page
 * @param {"zh" | "en"} language
 * @param {{ end: () => void, copyLink: (address: string) => void }} actions
 * @returns {Command[]}
 */
export function pageCommands(page, language, actions) {
  const other = () => page.querySelector(".hb-language[href]");
  return [
    { id: "end", title: word("ended", language), keys: "Alt+X", run: actions.end },
    { id: "language", title: word("language", language), run: () => /** @type {HTMLElement} */ (other()).click(), isReady: () => other() !== null },
    { id: "link", title: word("link", language), run: () => actions.copyLink(thisPage()) },
  ];
}
