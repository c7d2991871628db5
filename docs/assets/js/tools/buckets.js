// Days past due and the M-stage under both conventions; see the terms dpd and m-stage. No DOM.

const DAY = 86_400_000;
const LAST = 7;
const LENGTH = 30;

/** @param {string} day `2026-11-26` @returns {number | null} Days since 1970, null for a day that does not exist. */
export function dayNumber(day) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return date.toISOString().slice(0, 10) === day ? date.getTime() / DAY : null;
}

/** The day after the due date is day 1. @returns {number | null} Negative or 0: not past due. */
export function daysPastDue(due, counted) {
  const [from, to] = [dayNumber(due), dayNumber(counted)];
  return from === null || to === null ? null : to - from;
}

/** Convention A: M1 is days 1–30, M2 31–60 … M7 over 180. @param {number} days @returns {number} 0 is not past due. */
export function stageA(days) {
  return days <= 0 ? 0 : Math.min(Math.ceil(days / LENGTH), LAST);
}

/** Convention B: M1 is days 1–29, M2 30–59 … M7 180 and over. @param {number} days @returns {number} */
export function stageB(days) {
  return days <= 0 ? 0 : Math.min(Math.floor(days / LENGTH) + 1, LAST);
}
