// A yearly rate against a multiple of LPR; whose rule it is stands on the page.

import { download, fault, paragraph } from "./elements.js";
import { csv, parseNumber, percent } from "./numbers.js";
import { againstCap } from "./rate_cap.js";

const WORDS = {
  zh: {
    amount: "本金要写正数。", cost: "息费要写0或正数。", days: "天数要写正数。", lpr: "请填合同成立时公布的一年期LPR，例如3.45。", times: "倍数要写正数。",
    found: (yearly, cap) => `折合年化${yearly}；LPR的倍数是${cap}。`, over: "超过了上限的那一部分，按这条规则不受支持。", under: "没有超过这个上限。",
    save: "存为CSV", head: ["本金", "息费合计", "天数", "LPR（%）", "倍数", "年化（%）", "上限（%）"],
    scope: "只适用于民间借贷；银行等持牌机构和七类地方金融组织不适用。一次还本付息，一年按365天算。",
  },
  en: {
    amount: "The principal is a positive number.", cost: "The cost is 0 or a positive number.", days: "The days are a positive number.",
    lpr: "Enter the one-year LPR published when the contract was made, such as 3.45.", times: "The multiple is a positive number.",
    found: (yearly, cap) => `That is ${yearly} a year; the multiple of LPR is ${cap}.`, over: "What is above the cap is not supported under this rule.", under: "It is not above this cap.",
    save: "Save as CSV", head: ["Principal", "Cost", "Days", "LPR (%)", "Multiple", "Yearly (%)", "Cap (%)"],
    scope: "For private lending alone; not for banks and other licensed lenders, nor the seven kinds of local financial organisations. Repaid in one sum; 365 days make a year.",
  },
};

/** @returns {Node[]} */
export function rateCapAnswer(values, { language }) {
  const words = WORDS[language];
  const number = (name) => parseNumber(values[name] ?? "") ?? Number.NaN;
  const times = number("times");
  if (!(times > 0)) return [fault(words.times)];
  const found = againstCap({ amount: number("amount"), cost: number("cost"), days: number("days"), lpr: number("lpr"), times });
  if ("fault" in found) return [fault(words[found.fault])];
  const { yearly, cap, over } = found;
  const row = ["amount", "cost", "days", "lpr", "times"].map(number);
  const saved = download(words.save, "yearly-rate.csv", csv([words.head, [...row, (yearly * 100).toFixed(4), (cap * 100).toFixed(4)]]));
  return [paragraph(words.found(percent(yearly, language), percent(cap, language))), paragraph(over ? words.over : words.under), paragraph(words.scope), saved];
}
