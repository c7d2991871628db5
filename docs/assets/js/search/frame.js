// The parts of the search dialog, empty. The field keeps the focus while arrows move through the rows of a grid.

import { element } from "./dom.js";

/** The kinds that can be filtered by, in the order of Alt+1…5, with the addresses of their indexes. */
export const KINDS = /** @type {const} */ ([
  ["term", "glossary/"],
  ["script", "scripts/"],
  ["reg", "regulations/"],
  ["case", "cases/"],
  ["lesson", "training/"],
]);

/**
 * @param {HTMLDialogElement} dialog With a field in it: both are made before this file has arrived.
 * @param {import("./rows.js").Words} words
 * @param {Record<string, string>} kindNames
 */
export function frame(dialog, words, kindNames) {
  const names = element("div", { role: "rowgroup", class: "hb-search__names", "aria-label": words.inNames });
  const texts = element("div", { role: "rowgroup", class: "hb-search__texts", "aria-label": words.inText });
  const grid = element("div", { role: "grid", id: "hb-search-grid", "aria-label": words.results, hidden: true }, names, texts);
  const message = element("div", { class: "hb-search__message" });
  const missing = element("div", { class: "hb-search__missing" });
  const list = element("div", { class: "hb-search__list" }, message, grid, missing);
  const preview = element("section", { class: "hb-search__preview", "aria-label": words.preview, tabindex: 0, hidden: true });
  const status = element("p", { class: "hb-search__status", role: "status" });
  const record = /** @type {HTMLDetailsElement} */ (
    element("details", { class: "hb-search__record" }, element("summary", {}, words.record), element("div"))
  );
  const chips = KINDS.map(([kind], index) =>
    element(
      "button",
      { type: "button", "aria-pressed": "false", "data-kind": kind, "aria-keyshortcuts": `Alt+${index + 1}` },
      kindNames[kind],
      element("kbd", { "aria-hidden": "true" }, String(index + 1)),
    ),
  );
  const hints = words.hints.map(([key, does]) => element("li", {}, element("kbd", {}, key), ` ${does}`));
  dialog.append(
    element("div", { class: "hb-search__kinds", role: "group", "aria-label": words.kinds }, ...chips),
    element("div", { class: "hb-search__body" }, list, preview),
    status,
    element("div", { class: "hb-search__foot" }, element("ul", {}, ...hints), record),
  );
  const field = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-haspopup", "grid");
  field.setAttribute("aria-controls", grid.id);
  field.setAttribute("aria-expanded", "false");
  return { field, list, names, texts, grid, message, missing, preview, status, record, chips };
}
