// What is typed into a field: read, made normal, written out for the language of the script; or refused, with the reason.
//
// Pure. A value is kept in one form for both languages: `18600.00`, `2026-11-30`, `10:30`, a choice's id, or plain words.

import { readDay, writtenDay } from "./dates.js";

/**
 * What the dictionary says of a placeholder. `min` and `max` are characters for words and amounts for numbers.
 * @typedef {{ type: string, min?: number, max?: number, choices?: Record<string, string> }} Kind
 *
 * @typedef {{ value: string } | { problem: Problem, detail?: any }} Parsed `value` is empty where nothing was typed.
 * @typedef {"markup" | "braces" | "too-short" | "too-long" | "no-number" | "several" | "negative" | "separators" | "decimals"
 *   | "whole" | "too-small" | "too-large" | "unreadable" | "ambiguous" | "no-such-day" | "other-weekday" | "no-such-time"
 *   | "no-phone" | "no-choice"} Problem
 */

/** Most characters of a text for which the dictionary sets no length. */
const LONGEST = 500;
const MOST_DIGITS = 12;
/** Control characters, and what changes or hides text without being seen: zero-width and bidirectional marks. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const CURRENCY = /^(?:人民币|rmb|cny|¥)|(?:元整?|块钱?|yuan|rmb|cny)$/g;
const UNITS = /(?:个|天|日|期|次|月|days?|instalments?|months?)$/;

/**
 * A paste in one line: without what cannot be seen, cells and lines set apart by one blank.
 * @param {string} text
 */
export function clean(text) {
  return text.replace(/[\t\n\r\u2028\u2029]+/g, " ").replace(UNSEEN, "").replace(/[\s\u3000]+/g, " ").trim();
}

/**
 * @param {string} text As it was typed or pasted.
 * @param {Kind} kind
 * @param {string} today
 * @returns {Parsed}
 */
export function parse(text, kind, today) {
  const words = clean(text);
  if (words === "") return { value: "" };
  if ([...words].length > LONGEST && !(kind.max && kind.max > LONGEST)) return { problem: "too-long", detail: limitOf(kind) };
  if (kind.type === "choice") return Object.hasOwn(kind.choices ?? {}, words) ? { value: words } : { problem: "no-choice" };
  const read = READERS[kind.type];
  return read ? read(words.normalize("NFKC").toLowerCase(), kind, today) : readWords(words, kind);
}

/**
 * The value as it stands in the text of the script.
 * @param {string} value
 * @param {Kind} kind
 * @param {string} language
 * @param {boolean} [spoken] Whether it is said, and a date goes with its weekday.
 */
export function written(value, kind, language, spoken = false) {
  if (kind.type === "money" || kind.type === "count") return grouped(value);
  if (kind.type === "date") return writtenDay(value, language, spoken);
  if (kind.type === "choice") return kind.choices?.[value] ?? value;
  return value;
}

/**
 * The value as it stands in its field; it is read again as the same value.
 * @param {string} value
 * @param {Kind} kind
 */
export function editable(value, kind) {
  return kind.type === "money" || kind.type === "count" ? grouped(value) : value;
}

/** @param {Kind} kind */
const limitOf = (kind) => (["text", "name", "phone"].includes(kind.type) && kind.max) || LONGEST;

/** @param {string} value */
const grouped = (value) => value.replace(/\d(?=(?:\d{3})+(?:\.|$))/g, "$&,");

/** @type {Record<string, (text: string, kind: Kind, today: string) => Parsed>} Of text in half-width, lower-case letters. */
const READERS = {
  money: (text, kind) => readNumber(text.replace(CURRENCY, "").trim(), kind, 2, (number) => twoDecimals(number)),
  count: (text, kind) => readNumber(text.replace(UNITS, "").trim(), kind, 0, (number) => number),
  percent: (text, kind) => readNumber(text.replace(/%$/, "").trim(), { ...kind, max: kind.max ?? 100 }, 6, (number) => number),
  date: readDate,
  time: readTime,
  phone: readPhone,
};

/**
 * @param {string} words
 * @param {Kind} kind
 * @returns {Parsed}
 */
function readWords(words, kind) {
  if (/\{\{|\}\}/.test(words)) return { problem: "braces" };
  if (/<[a-z/!]/i.test(words)) return { problem: "markup" };
  return fitted(words, kind);
}

/**
 * @param {string} words
 * @param {Kind} kind
 * @returns {Parsed}
 */
function fitted(words, kind) {
  const length = [...words].length;
  if (length > limitOf(kind)) return { problem: "too-long", detail: limitOf(kind) };
  if (kind.min && length < kind.min) return { problem: "too-short", detail: kind.min };
  return { value: words };
}

/**
 * @param {string} text
 * @param {Kind} kind
 * @param {number} decimals
 * @param {(number: string) => string} form
 * @returns {Parsed}
 */
function readNumber(text, kind, decimals, form) {
  if (/^[-\u2212\u2013(]|^负/.test(text) && /\d/.test(text)) return { problem: "negative" };
  const thousands = /^\d{1,3}(?: \d{3})+(?:\.\d+)?$/.test(text) ? text.replace(/ /g, "") : text;
  if (/\d[^\d.,]*\s[^\d.,]*\d/.test(thousands)) return { problem: "several" };
  const tenThousands = /^(.*\d)万$/.exec(thousands.replace(/\s/g, ""));
  const digits = tenThousands ? tenThousands[1] : thousands.replace(/\s/g, "");
  if (!/^\d[\d,]*(?:\.\d*)?$/.test(digits)) return { problem: /\d,|\.\d.*\./.test(digits) ? "separators" : "no-number" };
  if (digits.includes(",") && !/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(digits)) return { problem: "separators" };
  const number = plain(digits.replace(/,/g, ""), tenThousands ? 4 : 0);
  const [whole, fraction = ""] = number.split(".");
  if (fraction.length > decimals) return decimals === 0 ? { problem: "whole" } : { problem: "decimals", detail: decimals };
  if (whole.length > MOST_DIGITS) return { problem: "too-long", detail: MOST_DIGITS };
  if (kind.min !== undefined && Number(number) < kind.min) return { problem: "too-small", detail: kind.min };
  if (kind.max !== undefined && Number(number) > kind.max) return { problem: "too-large", detail: kind.max };
  return { value: form(number) };
}

/**
 * A number without leading and closing zeros, its point moved to the right.
 * @param {string} digits
 * @param {number} places
 */
function plain(digits, places) {
  const [whole, fraction = ""] = digits.split(".");
  const moved = fraction.padEnd(places, "0");
  const left = (whole + moved.slice(0, places)).replace(/^0+(?=\d)/, "");
  const right = moved.slice(places).replace(/0+$/, "");
  return right ? `${left}.${right}` : left;
}

/** @param {string} number */
function twoDecimals(number) {
  const [whole, fraction = ""] = number.split(".");
  return `${whole}.${fraction.padEnd(2, "0")}`;
}

/**
 * @param {string} text
 * @param {Kind} _kind
 * @param {string} today
 * @returns {Parsed}
 */
function readDate(text, _kind, today) {
  const reading = readDay(text, today);
  if (!("problem" in reading)) return { value: reading.day };
  return { problem: reading.problem, detail: "shown" in reading ? reading.shown : "day" in reading ? reading.day : undefined };
}

/**
 * 10:30, 1030, 10点半, 下午3点, 3:30 pm.
 * @param {string} text
 * @returns {Parsed}
 */
function readTime(text) {
  const match = /^(凌晨|早上|上午|中午|下午|晚上|傍晚)?(\d{1,2})(?:[:点时](?:(\d{1,2})分?|(半))?|(\d{2}))?(am|pm)?$/.exec(
    text.replace(/[\s.]/g, "").replace(/整$/, ""),
  );
  if (!match) return { problem: "no-such-time" };
  const [, part, hours, minutes, half, dense, noon] = match;
  if (!part && !noon && !dense && !/[:点时]/.test(text)) return { problem: "no-such-time" };
  const afternoon = noon === "pm" || /下午|晚上|傍晚/.test(part ?? "") || (part === "中午" && Number(hours) < 3);
  const before = noon === "am" || part === "凌晨";
  const hour = Number(hours) + (afternoon && Number(hours) < 12 ? 12 : 0) - (before && Number(hours) === 12 ? 12 : 0);
  const minute = half ? 30 : Number(minutes ?? dense ?? 0);
  if (hour > 23 || minute > 59) return { problem: "no-such-time" };
  return { value: `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` };
}

/**
 * @param {string} text
 * @param {Kind} kind
 * @returns {Parsed}
 */
function readPhone(text, kind) {
  const number = text.replace(/[\u2010-\u2015\u2212.]/g, "-").replace(/ *- */g, "-");
  return /^\+?[\d(][\d ()-]*$/.test(number) ? fitted(number, kind) : { problem: "no-phone" };
}
