// How far two short texts are apart: letters that are missing, added, wrong, or swapped with their neighbour.

/**
 * The number of such slips, or `most + 1` where there are more.
 * @param {string} left
 * @param {string} right
 * @param {number} most
 */
export function distance(left, right, most) {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[right.length];
}

/** How many slips are likely in a text of so many letters. @param {number} length */
export function slips(length) {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
