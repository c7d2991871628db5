// Roll rates of a pasted matrix with a bar for each, and the recovery rate.

import { download, element, fault, paragraph, table } from "./elements.js";
import { csv, parseNumber, parseTable, percent } from "./numbers.js";
import { recoveryRate, rollRates } from "./rates.js";

const WORDS = {
  zh: {
    shape: "矩阵要有同样多的行和列，至少两行；首行和首列可以是阶段名称。", negative: "矩阵里只能写0或正数。",
    cell: (text) => `“${text}”不是数字。`, head: ["期初阶段", "期初合计", "滚动率（变差）", "留在原阶段", "回正率（回到第一列）", "图示"],
    chain: (share) => `各段滚动率连乘（从第二行起）：${share}。`, recovery: (share) => `回收率：${share}（收回金额÷应收本息）。`,
    none: "—", save: "存为CSV", bar: (stage, share) => `${stage}的滚动率${share}`,
  },
  en: {
    shape: "The matrix has as many rows as columns, at least two; its first row and column may hold names.", negative: "The matrix holds 0 or positive numbers only.",
    cell: (text) => `'${text}' is no number.`, head: ["Opening stage", "Opening total", "Roll rate (worse)", "Same stage", "Cure rate (to the first column)", "Bar"],
    chain: (share) => `All roll rates multiplied, from the second row on: ${share}.`, recovery: (share) => `Recovery rate: ${share} (recovered ÷ principal and interest due).`,
    none: "—", save: "Save as CSV", bar: (stage, share) => `roll rate of ${stage}: ${share}`,
  },
};

/** @returns {Node[]} */
export function ratesAnswer(values, { language }) {
  const words = WORDS[language];
  return [...matrixAnswer(values.matrix ?? "", words, language), ...recoveryAnswer(values, words, language)];
}

function matrixAnswer(text, words, language) {
  const cells = parseTable(text);
  const named = cells.length > 1 && cells[0].length && cells[0].filter(Boolean).every((cell) => parseNumber(cell) === null);
  const rows = named ? cells.slice(1) : cells;
  const names = rows.map((row, index) => (row.length && parseNumber(row[0]) === null ? row[0] : `M${index}`));
  const numbers = rows.map((row) => (parseNumber(row[0]) === null ? row.slice(1) : row));
  for (const cell of numbers.flat()) if (parseNumber(cell) === null) return [fault(words.cell(cell.slice(0, 40)))];
  const found = rollRates(numbers.map((row) => row.map((cell) => parseNumber(cell) ?? Number.NaN)));
  if ("fault" in found) return [fault(words[found.fault])];
  const share = (value) => (value === null ? words.none : percent(value, language));
  const lines = found.rows.map((row, index) => [names[index], row.opening.toLocaleString(language), share(row.roll), share(row.stay), share(row.cure)]);
  const bars = found.rows.map((row, index) => element("meter", { min: "0", max: "1", value: String(row.roll ?? 0), "aria-label": words.bar(names[index], share(row.roll)) }));
  const nodes = [table(words.head, lines.map((line, index) => [...line, bars[index]]))];
  if (found.chain !== null) nodes.push(paragraph(words.chain(share(found.chain))));
  nodes.push(download(words.save, "roll-rates.csv", csv([words.head.slice(0, 5), ...lines])));
  return nodes;
}

function recoveryAnswer(values, words, language) {
  if (!values.recovered && !values.due) return [];
  const rate = recoveryRate(parseNumber(values.recovered ?? "") ?? Number.NaN, parseNumber(values.due ?? "") ?? Number.NaN);
  return [rate === null ? fault(words.negative) : paragraph(words.recovery(percent(rate, language)))];
}
