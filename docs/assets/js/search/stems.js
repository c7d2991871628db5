// English words by their stem, British and American spelling alike; the same as hooks/handbook/search/stems.py, rule by rule.

const SHORT = 3;
const LEAST_REST = 3;

/** @type {[string, string][]} Endings and what takes their place; the first that fits, once. */
const RULES = [
  ["mme", "m"],
  ["ization", "iz"],
  ["isation", "iz"],
  ["ification", "ify"],
  ["ency", "ent"],
  ["ancy", "ant"],
  ["ies", "y"],
  ["ied", "y"],
  ["ing", ""],
  ["ly", ""],
  ["ed", ""],
  ["es", ""],
  ["s", ""],
];
const KEPT = ["ss", "us", "is"];

/**
 * @param {string} word Latin letters and digits, lower case.
 * @returns {string}
 */
export function stem(word) {
  if (word.length <= SHORT || !/^[a-z]+$/.test(word)) return word;
  let out = withoutEnding(word.replace(/([a-z])\1/g, "$1").replaceAll("dgement", "dgment"));
  for (const [ending, put] of [["our", "or"], ["ion", ""], ["e", ""]]) {
    if (out.endsWith(ending) && out.length - ending.length >= LEAST_REST) out = out.slice(0, -ending.length) + put;
  }
  return out.endsWith("is") && out.length > SHORT + 1 ? `${out.slice(0, -2)}iz` : out;
}

/** @param {string} word */
function withoutEnding(word) {
  for (const [ending, put] of RULES) {
    if (word.endsWith(ending) && word.length - ending.length >= LEAST_REST) {
      const keep = ending === "s" && KEPT.some((kept) => word.endsWith(kept));
      return keep ? word : word.slice(0, -ending.length) + put;
    }
  }
  return word;
}
