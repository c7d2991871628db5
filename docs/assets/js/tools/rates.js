// Roll rates from a matrix of what became of each bucket, and the recovery rate. No DOM.

/**
 * @param {number[][]} matrix Square: `matrix[i][j]` is the opening balance (or accounts) that began in bucket i and ended in j.
 * @returns {{rows: {opening: number, roll: number | null, stay: number | null, cure: number | null}[], chain: number | null} | {fault: string}}
 *   Shares of the opening amount of each bucket: worse, the same, back to the first. `chain` is the product of all roll
 *   rates from the second bucket on, the share of it that reaches the last. A fault is `shape` or `negative`.
 */
export function rollRates(matrix) {
  const size = matrix.length;
  if (size < 2 || matrix.some((row) => row.length !== size)) return { fault: "shape" };
  if (matrix.flat().some((value) => !(value >= 0))) return { fault: "negative" };
  const rows = matrix.map((row, from) => {
    const opening = sum(row);
    const share = (part) => (opening > 0 ? part / opening : null);
    return { opening, roll: share(sum(row.slice(from + 1))), stay: share(row[from]), cure: from ? share(row[0]) : null };
  });
  const rolls = rows.slice(1, -1).map((row) => row.roll);
  const chain = rolls.length && rolls.every((roll) => roll !== null) ? rolls.reduce((product, roll) => product * roll, 1) : null;
  return { rows, chain };
}

/** @param {number} recovered @param {number} due Principal and interest due. @returns {number | null} */
export function recoveryRate(recovered, due) {
  return recovered >= 0 && due > 0 ? recovered / due : null;
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
