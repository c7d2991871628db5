// One row of results: what the page is called, why it was found, what it is, and what can be done with it.

import { stateOf, stated } from "../desk/review.js";
import { element, icon, marked } from "./dom.js";
import { cut, evenly, placesOf, wordsOf } from "./marks.js";

/**
 * @typedef {import("./rank.js").Entry} Entry
 * @typedef {import("./rank.js").Name} Name
 * @typedef {(typeof import("./words.js").WORDS)["zh"]} Words
 * @typedef {{ id: string, href: string, words: Words, isFavourite: boolean, language: string, foreign: string, today: string }} Setting
 *   `foreign` is the language of names in the other language; `today` as `2026-11-30`.
 * @typedef {{ query: string[], fold: import("./marks.js").Fold }} Marking What is to be marked.
 */

/**
 * @param {import("./analyzer.js").Analyzer} analyzer
 * @param {string} query
 * @returns {Marking}
 */
export function markingOf(analyzer, query) {
  return { query: wordsOf(analyzer, query), fold: evenly(analyzer) };
}

/** What is said before the name that was matched, by its role. @type {Record<string, keyof Words>} */
const WHY = { A: "alias", B: "alias", G: "alias", Q: "ask", O: "objection", S: "heard", F: "foreign", D: "deprecated" };
/** What can be done with a row, with the keys for it. */
const ACTIONS = /** @type {const} */ ({ preview: "Alt+P", favourite: "Alt+B", copyLink: "Alt+L" });

/**
 * @param {import("./round.js").Result} result
 * @param {Marking} marking
 * @param {Setting} setting
 */
export function resultRow({ entry, name }, marking, setting) {
  const { words } = setting;
  const mark = (/** @type {string} */ text) => marked(cut(text, placesIn(text, marking)));
  const reason = reasonOf(entry, entry.names[name], marking);
  const heading = headingOf(entry);
  return row(
    entry,
    setting,
    element("span", { class: "hb-hit__title" }, ...mark(titleOf(entry)), ...(heading ? [" ", element("span", {}, ...mark(heading))] : [])),
    reason &&
      element(
        "span",
        { class: "hb-hit__why" },
        `${words[WHY[reason.role]]}${words.colon}`,
        element("span", reason.role === "F" ? { lang: setting.foreign } : {}, ...mark(reason.text)),
      ),
    entry.summary && element("span", { class: "hb-hit__summary" }, ...mark(entry.summary)),
  );
}

/**
 * Whether a reader sees on its row why a result was found: by a name of it, or by words of the query in what is shown.
 * @param {import("./round.js").Result} result
 * @param {Marking} marking
 */
export function isExplained({ entry, name }, marking) {
  return name >= 0 || isMarked(entry, marking) || worthIn(entry.summary, marking) > 0;
}

/**
 * The name that is said to have matched. A name in the other language, matched by a word that means the same, says little
 * to a reader of this one: then the title has the words, or the name that has most of them is said, or none.
 * @param {Entry} entry
 * @param {Name | undefined} winner
 * @param {Marking} marking
 * @returns {Name | undefined}
 */
function reasonOf(entry, winner, marking) {
  if (!winner || !WHY[winner.role]) return undefined;
  if (winner.role !== "F" || worthIn(winner.text, marking)) return winner;
  if (isMarked(entry, marking)) return undefined;
  const others = entry.names.filter(({ role }) => WHY[role]).map((name) => ({ name, worth: worthIn(name.text, marking) }));
  const best = others.reduce((top, each) => (each.worth > top.worth ? each : top));
  return best.worth ? best.name : undefined;
}

/** @param {Entry} entry @param {Marking} marking Whether it has words of the query in its title or heading. */
const isMarked = (entry, marking) => worthIn(`${titleOf(entry)}\n${headingOf(entry)}`, marking) > 0;

/** @param {string} text @param {Marking} marking */
const placesIn = (text, { query, fold }) => placesOf(text, query, fold);

/** @param {string} text @param {Marking} marking How many letters of the query it has. */
const worthIn = (text, marking) => placesIn(text, marking).reduce((sum, { worth }) => sum + worth, 0);

/** @param {Entry} entry Of a part of a page. */
const headingOf = (entry) => (entry.isPart ? (entry.names[1]?.text ?? "") : "");

/**
 * @param {import("./text.js").Passage} passage
 * @param {Setting} setting
 */
export function passageRow({ entry, heading, excerpt }, setting) {
  return row(
    entry,
    setting,
    element("span", { class: "hb-hit__title" }, titleOf(entry), ...(heading ? [" ", element("span", {}, heading)] : [])),
    element("span", { class: "hb-hit__summary" }, ...marked(excerpt)),
  );
}

/** @param {Entry} entry */
export function titleOf(entry) {
  return entry.names[0].text;
}

/**
 * Its titles by language: the first of its names in the other language is its title there.
 * @param {Entry} entry
 * @param {string} language
 */
export function titlesOf(entry, language) {
  const foreign = entry.names.find(({ role }) => role === "F");
  return { [language]: titleOf(entry), ...(foreign && { [language === "zh" ? "en" : "zh"]: foreign.text }) };
}

/** @param {Entry} entry Whether it has words to say or send. */
export function hasWords(entry) {
  return entry.kind === "script";
}

/**
 * @param {Entry} entry
 * @param {Setting} setting
 * @param {HTMLElement} title
 * @param {(HTMLElement | false | "" | undefined)[]} lines
 */
function row(entry, { id, href, words, isFavourite, language, today }, title, ...lines) {
  const review = { class: "hb-hit__review", "data-state": stateOf(entry.review, today) };
  const link = element(
    "a",
    { class: "hb-hit__link", href, tabindex: -1 },
    element(
      "span",
      { class: "hb-hit__head" },
      element("span", { class: `hb-hit__kind hb-hit__kind--${entry.kind}` }, entry.kindName),
      title,
    ),
    ...lines.filter((line) => line instanceof HTMLElement),
    element(
      "span",
      { class: "hb-hit__facts" },
      ...entry.labels.map((fact) => element("span", {}, fact)),
      element("span", review, stated(entry.review, today, language)),
    ),
  );
  const actions = Object.entries(ACTIONS)
    .filter(([action]) => action !== "preview" || hasWords(entry))
    .map(([action, keys]) => {
      const button = element("button", { type: "button", "data-action": action, "aria-keyshortcuts": keys, tabindex: -1 });
      label(button, entry, words, isFavourite);
      return button;
    });
  return element(
    "div",
    { role: "row", class: "hb-hit", id },
    element("div", { role: "gridcell", class: "hb-hit__cell", id: `${id}-page` }, link),
    element("div", { role: "gridcell", class: "hb-hit__actions" }, ...actions),
  );
}

/**
 * Say on a button of a row what it does.
 * @param {HTMLElement} button
 * @param {Entry} entry
 * @param {Words} words
 * @param {boolean} isFavourite
 */
export function label(button, entry, words, isFavourite) {
  const action = /** @type {keyof typeof ACTIONS} */ (button.dataset.action);
  const undone = action === "favourite" && isFavourite;
  const text = undone ? words.unfavourite : words[action];
  button.replaceChildren(icon(action, undone));
  button.title = `${text} (${ACTIONS[action]})`;
  button.setAttribute("aria-label", `${text}${words.colon}${titleOf(entry)}`);
}
