// Days past due between two dates, and the stage under both conventions.

import { daysPastDue, stageA, stageB } from "./buckets.js";
import { download, fault, paragraph, table } from "./elements.js";
import { csv } from "./numbers.js";

const WORDS = {
  zh: {
    missing: "请填两个日期。", not: "没有逾期（M0）。", days: (days) => `逾期${days}天。到期次日是第1天。`,
    head: ["口径", "阶段", "本阶段的天数"], a: "口径A（较常见）", b: "口径B（零起算）", over: "以上",
    save: "存为CSV", differ: "两种口径的阶段不同：写明口径再用。",
  },
  en: {
    missing: "Enter both dates.", not: "Not past due (M0).", days: (days) => `${days} days past due. The day after the due date is day 1.`,
    head: ["Convention", "Stage", "Days of the stage"], a: "A (more common)", b: "B (zero-based)", over: " and over",
    save: "Save as CSV", differ: "The stage differs between the conventions: say which one you use.",
  },
};

/** @returns {Node[]} */
export function bucketsAnswer(values, { language }) {
  const words = WORDS[language];
  const days = daysPastDue(values.due ?? "", values.counted ?? "");
  if (days === null) return [fault(words.missing)];
  if (days <= 0) return [paragraph(words.not)];
  const [a, b] = [stageA(days), stageB(days)];
  const range = (first, last, stage) => (stage < 7 ? `${first}–${last}` : `${first}${words.over}`);
  const rows = [
    [words.a, `M${a}`, range(30 * (a - 1) + 1, 30 * a, a)],
    [words.b, `M${b}`, range(Math.max(30 * (b - 1), 1), 30 * b - 1, b)],
  ];
  const saved = download(words.save, "days-past-due.csv", csv([[values.due, values.counted, days], words.head, ...rows]));
  return [paragraph(words.days(days)), table(words.head, rows), ...(a === b ? [] : [paragraph(words.differ)]), saved];
}
