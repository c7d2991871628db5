// An instalment plan: what is left after the waiver and the first payment, in equal parts; the last takes the rounding. No DOM.

import { fen } from "./numbers.js";

/**
 * Worked in fen, so that the parts add up to the total exactly.
 * @param {{principal: number, interest: number, fees: number, waiver: number, first: number, count: number}} plan Amounts in
 *   yuan; `waiver` is a share of interest and fees, from 0 to 1; `first` a first payment before the instalments.
 * @returns {{waived: number, total: number, each: number, last: number, rows: {number: number, amount: number, left: number}[]} | {fault: string}}
 *   Amounts in fen; a fault is the name of the field that is wrong.
 */
export function instalments({ principal, interest, fees, waiver, first, count }) {
  for (const [name, value] of Object.entries({ principal, interest, fees, first })) if (!(value >= 0)) return { fault: name };
  if (!(waiver >= 0 && waiver <= 1)) return { fault: "waiver" };
  if (!Number.isInteger(count) || count < 1 || count > 360) return { fault: "count" };
  const waived = Math.floor((fen(interest) + fen(fees)) * waiver + 1e-6);
  const total = fen(principal) + fen(interest) + fen(fees) - waived;
  if (fen(first) > total) return { fault: "first" };
  const rest = total - fen(first);
  const each = Math.floor(rest / count);
  const last = rest - each * (count - 1);
  let left = rest;
  const rows = Array.from({ length: count }, (_, index) => {
    const amount = index === count - 1 ? last : each;
    left -= amount;
    return { number: index + 1, amount, left };
  });
  return { waived, total, each, last, rows };
}
