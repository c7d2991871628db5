// A letter as a sheet: what is seen in the dialog is what the printer gets, and nothing else of the page.

import { button, make } from "./dom.js";
import { word } from "./words.js";

/**
 * @param {Element[]} parts The text, filled in.
 * @param {string} record A last line, or empty.
 * @param {"zh" | "en"} language
 */
export function showLetter(parts, record, language) {
  const sheet = make("article", { lang: language }, ...parts.flatMap((each) => [...each.childNodes]));
  if (record) sheet.append(make("p", { class: "hb-letter__record" }, record));
  const tools = make("p", { class: "hb-letter__tools" },
    button(() => window.print(), {}, word("print", language)), button(() => dialog.close(), {}, word("close", language)));
  const dialog = make("dialog", { class: "hb-letter", "aria-label": word("letter", language) }, tools, sheet);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
