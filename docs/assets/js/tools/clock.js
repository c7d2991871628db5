// Times of day in a time zone, daylight saving included. No DOM.

const MINUTE = 60_000;
const formatters = new Map();

/** @param {string} zone A name of the tz database. */
function formatter(zone) {
  if (!formatters.has(zone)) {
    const parts = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" };
    formatters.set(zone, new Intl.DateTimeFormat("en-CA", { timeZone: zone, hourCycle: "h23", ...parts }));
  }
  return formatters.get(zone);
}

/**
 * What a clock on the wall shows in a time zone.
 * @param {number} moment Milliseconds since 1970, UTC.
 * @param {string} zone
 * @returns {{day: string, minutes: number}} `day` as 2026-11-26, `minutes` since midnight by the wall clock.
 */
export function wallClock(moment, zone) {
  const part = Object.fromEntries(formatter(zone).formatToParts(moment).map(({ type, value }) => [type, value]));
  return { day: `${part.year}-${part.month}-${part.day}`, minutes: Number(part.hour) * 60 + Number(part.minute) };
}

/** @param {string} time `08:30` @returns {number} Minutes since midnight. */
export function minutesOf(time) {
  const [hours, minutes] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/**
 * Whether a time lies in a window, the first minute in it and the last not; a window may reach over midnight.
 * @param {number} minutes @param {string} window `22:00-08:00`
 */
export function within(minutes, window) {
  const [start, end] = window.split("-").map(minutesOf);
  return start <= end ? start <= minutes && minutes < end : start <= minutes || minutes < end;
}

/** @param {number} moment @param {number} step In minutes. @returns {number} The next full step, or the moment itself. */
export function roundUp(moment, step) {
  return Math.ceil(moment / (step * MINUTE)) * step * MINUTE;
}
