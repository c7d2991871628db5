// Strikes out of a query what may be somebody's phone, card or identity number, before it is kept anywhere.

/** What may stand between two digits of one number: `138-0013-8000`, `6222 0000 …`. */
const GAP = String.raw`[\s\p{Pd}_·/]{0,3}`;
/** The number of a standard is long, too, and is nobody's: `GB/T 45251-2025`. */
const STANDARD = String.raw`(?<standard>(?<![a-z])(?:gb|jr)(?:/?t)?[\s-]*\d{4,6}(?!\d)(?:-\d{4}(?!\d))?)`;
/** Seven digits in groups, five in one, or a phone number with dots; sections (`1006.14`) and two articles (`680 681`) stay. */
const LONG = String.raw`\+?(?:(?<![a-z]|\p{Nd}\.?)(?:\p{Nd}${GAP}){6,}\p{Nd}|\d{3}(?:\.\d{3,4}){2}|\p{Nd}{5,})`;
const NUMBERS = new RegExp(`${STANDARD}|${LONG}`, "giu");

/**
 * With `#` in place of each long number.
 * @param {string} query
 */
export function withoutNumbers(query) {
  return query.replace(NUMBERS, (_, standard) => standard ?? "#");
}
