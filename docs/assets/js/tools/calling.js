// May I call now? Pure functions: the rules and the case go in, an answer with its reasons comes out. No DOM, no clock.

import { minutesOf, roundUp, wallClock, within } from "./clock.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEP = 15;
const DAYS_AHEAD = 10;

/**
 * @typedef {object} Limit One rule with the value of its fact; see `handbook.calling`.
 * @property {string} kind
 * @property {number | string} value
 * @property {number | null} days
 * @property {boolean} lifted_by_consent
 *
 * @typedef {object} Norms
 * @property {number} hours_between_calls
 * @property {string[]} holidays
 * @property {string} earliest
 * @property {string} latest
 *
 * @typedef {object} Case What is known of the customer; moments in milliseconds since 1970, UTC.
 * @property {string} zone
 * @property {number} answeredToday Calls of ours that were answered today.
 * @property {number} attemptsToday Calls of ours to this number that were not answered today.
 * @property {number} callsInDays Calls about this debt within the rule's days.
 * @property {number | null} lastCall
 * @property {number | null} lastConversation
 * @property {boolean} consent Whether the customer agreed to this time, or asked for it.
 * @property {boolean} refused Whether the customer asked us to stop calling.
 *
 * @typedef {object} Reason
 * @property {"no" | "ask"} answer
 * @property {string} kind The limit's kind, `spacing`, `holiday`, `no-clock` or `refused`.
 * @property {Limit | null} limit Null for a house norm.
 */

/**
 * @param {{limits: Limit[]}} regime @param {Norms} norms @param {Case} known @param {number} now
 * @returns {{answer: "yes" | "no" | "ask", reasons: Reason[], next: number | null}} `next`: the first permitted moment,
 *   in steps of a quarter of an hour; null where it is now, or where no time of day is the matter.
 */
export function mayCall(regime, norms, known, now) {
  const reasons = reasonsAt(regime, norms, known, now, now);
  const answer = reasons.some((reason) => reason.answer === "no") ? "no" : reasons.length ? "ask" : "yes";
  return { answer, reasons, next: answer === "yes" || known.refused ? null : nextPermitted(regime, norms, known, now) };
}

/**
 * What speaks against a call at `moment`, as things are known at `now`: counts of a day end with it.
 * @returns {Reason[]}
 */
function reasonsAt(regime, norms, known, moment, now) {
  /** @type {Reason[]} */
  const reasons = [];
  const here = wallClock(moment, known.zone);
  const today = wallClock(now, known.zone).day === here.day;
  for (const limit of regime.limits) {
    const lifted = limit.lifted_by_consent && known.consent;
    if (!lifted && isReached(limit, known, here.minutes, today, moment, now)) reasons.push({ answer: "no", kind: limit.kind, limit });
  }
  if (known.lastCall !== null && moment < known.lastCall + norms.hours_between_calls * HOUR && !known.consent)
    reasons.push({ answer: "no", kind: "spacing", limit: null });
  if (norms.holidays.includes(here.day) && !known.consent) reasons.push({ answer: "no", kind: "holiday", limit: null });
  const clock = regime.limits.some((limit) => limit.kind.endsWith("-hours"));
  const unusual = here.minutes < minutesOf(norms.earliest) || here.minutes >= minutesOf(norms.latest);
  if (!clock && unusual && !known.consent) reasons.push({ answer: "ask", kind: "no-clock", limit: null });
  if (known.refused) reasons.push({ answer: "ask", kind: "refused", limit: null });
  return reasons;
}

function isReached(limit, known, minutes, today, moment, now) {
  switch (limit.kind) {
    case "quiet-hours":
      return within(minutes, String(limit.value));
    case "permitted-hours":
      return !within(minutes, String(limit.value));
    case "calls-a-day":
      return today && known.answeredToday >= Number(limit.value);
    case "attempts-a-day":
      return today && known.attemptsToday >= Number(limit.value);
    case "calls-in-days":
      return moment < now + Number(limit.days) * DAY && known.callsInDays >= Number(limit.value);
    case "days-after-conversation":
      return known.lastConversation !== null && moment < known.lastConversation + Number(limit.value) * DAY;
    default:
      return false;
  }
}

/** A consent is to the time in hand, so it opens no other. */
function nextPermitted(regime, norms, known, now) {
  const end = now + DAYS_AHEAD * DAY;
  for (let moment = roundUp(now, STEP); moment < end; moment += STEP * MINUTE)
    if (!reasonsAt(regime, norms, { ...known, consent: false }, moment, now).length) return moment;
  return null;
}
