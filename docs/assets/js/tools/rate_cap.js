// A yearly rate against a multiple of LPR. The LPR is the reader's: it moves, and the day of the contract decides. No DOM.

/**
 * @param {{amount: number, cost: number, days: number, lpr: number, times: number}} loan `cost` is all interest and fees for
 *   `days` on `amount`, repaid in one sum; `lpr` in percent; `times` is the multiple of the rule.
 * @returns {{yearly: number, cap: number, over: boolean} | {fault: string}} Shares: 0.12 is 12%. 365 days make a year.
 */
export function againstCap({ amount, cost, days, lpr, times }) {
  for (const [name, value] of Object.entries({ amount, days, lpr })) if (!(value > 0)) return { fault: name };
  if (!(cost >= 0)) return { fault: "cost" };
  const yearly = (cost / amount) * (365 / days);
  const cap = (lpr / 100) * times;
  return { yearly, cap, over: yearly > cap + 1e-12 };
}
