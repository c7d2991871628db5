// The instalment plan as a table, with what a field lacks where it lacks something.

import { download, fault, paragraph, table } from "./elements.js";
import { instalments } from "./instalments.js";
import { csv, money, parseNumber } from "./numbers.js";

const WORDS = {
  zh: {
    principal: "本金要写0或正数。", interest: "利息要写0或正数。", fees: "费用要写0或正数。", waiver: "减免比例在0到100之间。",
    first: "首付款要写0或正数，不超过应还总额。", count: "期数要写1到360的整数。",
    sum: (waived, total) => `减免${waived}元，减免后应还${total}元。`,
    head: ["期", "金额（元）", "还后剩余（元）"], first_row: "首付", save: "存为CSV",
    formula: "减免后应还＝本金＋（1－减免比例）×（利息＋费用）；分期期间不另计息费；末期取尾差。",
  },
  en: {
    principal: "The principal is 0 or a positive number.", interest: "Interest is 0 or a positive number.",
    fees: "Fees are 0 or a positive number.", waiver: "The waiver is between 0 and 100.",
    first: "The first payment is 0 or a positive number and not more than the total.", count: "Instalments: a whole number from 1 to 360.",
    sum: (waived, total) => `CNY ${waived} is waived; CNY ${total} is left to pay.`,
    head: ["No.", "Amount (CNY)", "Left after it (CNY)"], first_row: "First", save: "Save as CSV",
    formula: "To pay = principal + (1 − waiver) × (interest + fees); no further interest during the plan; the last takes the rounding.",
  },
};

/** @returns {Node[]} */
export function instalmentsAnswer(values, { language }) {
  const words = WORDS[language];
  const number = (name) => parseNumber(values[name] ?? "") ?? Number.NaN;
  const plan = instalments({
    principal: number("principal"),
    interest: number("interest"),
    fees: number("fees"),
    waiver: number("waiver") / 100,
    first: number("first"),
    count: number("count"),
  });
  if ("fault" in plan) return [fault(words[plan.fault])];
  const show = (amount) => money(amount, language);
  const first = Math.round(number("first") * 100);
  const rows = plan.rows.map((row) => [String(row.number), show(row.amount), show(row.left)]);
  if (first > 0) rows.unshift([words.first_row, show(first), show(plan.total - first)]);
  return [
    paragraph(words.sum(show(plan.waived), show(plan.total))),
    table(words.head, rows),
    download(words.save, "instalments.csv", csv([words.head, ...rows.map((row) => row.map((cell) => cell.replaceAll(",", "")))])),
    paragraph(words.formula),
  ];
}
