// The line for the contact log, in the columns of the form on its page. Pure.

import { clean, written } from "./values.js";

/**
 * The heads of the columns by what stands below them, and code and name of each outcome.
 * @typedef {{ columns: Record<string, string>, codes: [string, string][] }} Log
 */

/** Columns in their order; those of the paper form. */
export const COLUMNS = ["time", "direction", "case", "answered", "code", "words", "next", "recording"];

/**
 * Cells apart by tabs, as a spreadsheet takes them.
 * @param {Record<string, string>} cells
 */
export function line(cells) {
  return COLUMNS.map((each) => clean(cells[each] ?? "")).join("\t");
}

/**
 * What was promised, or empty where amount or day are not known.
 * @param {(name: string) => string | undefined} value By the name of a placeholder.
 * @param {"zh" | "en"} language
 */
export function promise(value, language) {
  const [amount, day, by] = [value("promise_amount"), value("promise_date"), value("payment_channel")];
  if (!amount || !day) return "";
  const sum = written(amount, { type: "money" }, language);
  const when = written(day, { type: "date" }, language, true);
  return language === "zh" ? `承诺${when}还${sum}元${by ? `，${by}` : ""}` : `Promises ${sum} yuan on ${when}${by ? `, ${by}` : ""}`;
}

/**
 * The customer's words along the way, each between quotation marks.
 * @param {import("./call.js").Place[]} trail
 * @param {"zh" | "en"} language
 */
export function heard(trail, language) {
  const words = trail.map(({ by }) => by.replace(/^[^：:]{1,12}[：:]\s*/, "")).filter(Boolean);
  return language === "zh" ? words.map((each) => `“${each}”`).join("") : words.map((each) => `“${each}”`).join(" ");
}
