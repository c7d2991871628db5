// The line for the contact log, in the columns of the form on its page. Pure.

import { clean, written } from "./values.js";

/**
 * What stands in each column, with what its head calls it, and code and name of each outcome; see hooks/handbook/contact_log.py.
 * @typedef {{ columns: { name: string, label: string }[][], codes: [string, string][] }} Log
 */

/**
 * Columns apart by tabs, as a spreadsheet takes them.
 * @param {Log} log
 * @param {Record<string, string>} parts
 */
export function line({ columns }, parts) {
  return columns.map((column) => column.map(({ name }) => clean(parts[name] ?? "")).filter(Boolean).join(" ")).join("\t");
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
