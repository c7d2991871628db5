// Numbers as people type and paste them: full-width digits, thousands commas, currency signs, 万 and 亿, percent signs. No DOM.

const FULL_WIDTH = /[０-９．，－％]/g;
const UNITS = { 万: 10_000, 亿: 100_000_000 };
const MOST = 1e15;

/**
 * @param {string} text
 * @returns {number | null} The number, or null where the text is none. `18,600.00元`, `１．５万` and `42%` (as 42) are.
 */
export function parseNumber(text) {
  const plain = text
    .slice(0, 100)
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00a0¥￥$元%,]|CNY|RMB|yuan/gi, "");
  const match = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))([万亿]?)$/.exec(plain);
  if (!match || text.length > 100) return null;
  const value = Number(match[1]) * (UNITS[match[2]] ?? 1);
  return Math.abs(value) < MOST ? value : null;
}

/** @param {number} value In yuan. @returns {number} In fen, exact to the fen. */
export function fen(value) {
  return Math.round((value + Number.EPSILON) * 100);
}

/** @param {number} value In fen. @param {string} language */
export function money(value, language) {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value / 100);
}

/** @param {number} share 0.42 is 42%. @param {string} language */
export function percent(share, language) {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 }).format(share);
}

/**
 * Rows and columns of what was pasted from a spreadsheet or typed: tabs, or runs of two spaces, or commas between numbers
 * that have no thousands.
 * @param {string} text
 * @returns {string[][]}
 */
export function parseTable(text) {
  return text
    .slice(0, 100_000)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => (line.includes("\t") ? line.split("\t") : line.split(/\s{2,}|[,，;；](?!\d{3}(?:\D|$))/)).map((cell) => cell.trim()));
}

/** @param {(string | number)[][]} rows @returns {string} CSV that a spreadsheet opens, without formulas. */
export function csv(rows) {
  const cell = (value) => {
    const text = /^(?:[=@\t\r]|[+-](?![\d.]+$))/.test(String(value)) ? `'${value}` : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return "\ufeff" + rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}
