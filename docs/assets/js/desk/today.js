// Which day and minute a clock of this place shows, as everything else here writes them. Pure: the time comes in.

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/**
 * `2026-11-26`.
 * @param {Date} time
 */
export function dayOf(time) {
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/**
 * `2026-11-26 10:32`.
 * @param {Date} time
 */
export function minuteOf(time) {
  return `${dayOf(time)} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
