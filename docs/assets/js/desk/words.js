// What the desk says to its reader, in both languages; what is on the page from the beginning comes from the build.

import { writtenDay } from "./dates.js";

/** @typedef {"zh" | "en"} Language */

/** @type {Record<string, Record<Language, string>>} */
const WORDS = {
  missing: { zh: "必填", en: "Required" },
  example: { zh: "例", en: "Example" },
  copied: { zh: "已复制", en: "Copied" },
  notCopied: { zh: "浏览器没有准许复制。文字已选中，请按Ctrl+C。", en: "The browser did not allow copying. The text is selected: press Ctrl+C." },
  leavesOut: { zh: "选填项空着，将省去以下文字；再按一次就复制。", en: "An optional field is empty, so this is left out; press again to copy. " },
  nothing: { zh: "这里没有要说、要发的文字。", en: "There is nothing here to say or send." },
  copy: { zh: "复制", en: "Copy" },
  copyPlain: { zh: "复制纯文本", en: "Copy as plain text" },
  print: { zh: "打印", en: "Print" },
  close: { zh: "关闭", en: "Close" },
  cleared: { zh: "通话已结束，填写的内容都已清除。", en: "Call ended. Everything that was filled in is gone." },
  clearedButPublic: { zh: "通话已结束，客户的内容都已清除。", en: "Call ended. What concerned the customer is gone." },
  ended: { zh: "结束通话", en: "End call" },
  fill: { zh: "填写", en: "Fill in" },
  copyText: { zh: "复制要说的、要发的文字", en: "Copy what is said or sent" },
  letter: { zh: "信函打印稿", en: "Letter to print" },
  guide: { zh: "按步骤走", en: "Walk through the call" },
  leaveGuide: { zh: "看整篇", en: "Whole script" },
  commands: { zh: "命令", en: "Commands" },
  find: { zh: "输入命令", en: "Type a command" },
  none: { zh: "没有这个命令", en: "No such command" },
  language: { zh: "换成英文版", en: "Same script in Chinese" },
  next: { zh: "本阶段下一篇", en: "Next script of this stage" },
  previous: { zh: "本阶段上一篇", en: "Previous script of this stage" },
  card: { zh: "打印卡片", en: "Print the card" },
  link: { zh: "复制本页链接", en: "Copy the link to this page" },
  promise: { zh: "插入最近一条承诺", en: "Insert the last promise" },
  noPromise: { zh: "还没有承诺：先填承诺金额和承诺日期", en: "No promise yet: fill in the promised amount and date" },
  reveal: { zh: "显示或遮住敏感内容", en: "Show or hide sensitive values" },
  customerSays: { zh: "对方说什么？", en: "What do they say?" },
  then: { zh: "接着", en: "Go on to" },
  back: { zh: "退一步", en: "Back" },
  finish: { zh: "结束并登记", en: "Finish and log" },
  trail: { zh: "走过的步骤", en: "Steps taken" },
  mustSay: { zh: "必须说到", en: "Must be said" },
  unsaid: { zh: "还没有说到", en: "Not said yet" },
  unsaidHelp: { zh: "补上再结束；说过的，打勾。", en: "Say it before you finish, or tick it if you did." },
  finishAnyway: { zh: "没有说到也结束", en: "Finish all the same" },
  copyLine: { zh: "复制这一行", en: "Copy the line" },
  outbound: { zh: "出", en: "out" },
  inbound: { zh: "进", en: "in" },
  log: { zh: "登记一行", en: "Line for the contact log" },
  otherScript: { zh: "转到另一篇话术", en: "Goes on in another script" },
};

/**
 * @param {keyof typeof WORDS} name
 * @param {Language} language
 */
export function word(name, language) {
  return WORDS[name][language];
}

/**
 * @typedef {import("./values.js").Problem} Problem
 * @type {Record<Problem, Record<Language, (detail: any) => string>>}
 */
const PROBLEMS = {
  markup: { zh: () => "里面有网页标记（<…>），请只留文字", en: () => "Contains markup (<…>); leave the words only" },
  braces: { zh: () => "里面有双层花括号，请写实际内容", en: () => "Contains double braces; write the value itself" },
  "too-short": { zh: (least) => `至少${least}个字`, en: (least) => `At least ${least} characters` },
  "too-long": { zh: (most) => `太长，至多${most}个字`, en: (most) => `Too long: at most ${most} characters` },
  "no-number": { zh: () => "请写数字", en: () => "Write a number" },
  several: { zh: () => "这里有不止一个数，请留一个", en: () => "More than one number; keep one" },
  negative: { zh: () => "不能是负数", en: () => "Cannot be negative" },
  separators: { zh: () => "逗号或小数点的位置不对，例如18,600.00", en: () => "A comma or point is out of place; for example 18,600.00" },
  decimals: { zh: (most) => `至多${most}位小数`, en: (most) => `At most ${most} decimals` },
  whole: { zh: () => "请写整数", en: () => "Write a whole number" },
  "too-small": { zh: (least) => `不小于${least}`, en: (least) => `At least ${least}` },
  "too-large": { zh: (most) => `不大于${most}`, en: (most) => `At most ${most}` },
  unreadable: { zh: () => "看不懂这个日期：写11月30日、明天、下周五", en: () => "Not a date: write 30 Nov, tomorrow, next Friday" },
  ambiguous: {
    zh: ([year, a, b]) => `可能是${a}月${b}日，也可能是${b}月${a}日：写${year}-${two(a)}-${two(b)}`,
    en: ([year, a, b]) => `Day or month first? Write it as ${year}-${two(a)}-${two(b)}`,
  },
  "no-such-day": { zh: ([year, month, day]) => `${year}年${month}月没有${day}日`, en: ([year, month, day]) => `There is no ${year}-${two(month)}-${two(day)}` },
  "other-weekday": { zh: (day) => `日期和星期对不上：${writtenDay(day, "zh", true)}`, en: (day) => `Date and weekday disagree: ${writtenDay(day, "en", true)}` },
  "no-such-time": { zh: () => "请写时刻，例如10:30、下午3点", en: () => "Write a time such as 10:30 or 3 pm" },
  "no-phone": { zh: () => "只用数字、空格、+、-和括号", en: () => "Use digits, spaces, +, - and brackets only" },
  "no-choice": { zh: () => "请选一项", en: () => "Choose one" },
};

/**
 * Which fields keep a text from being copied.
 * @param {string[]} labels
 * @param {Language} language
 */
export function notYet(labels, language) {
  return language === "zh" ? `没有复制，还差${labels.length}项：${labels.join("、")}` : `Not copied, ${labels.length} to fill in: ${labels.join(", ")}`;
}

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/**
 * Why a value is refused, and what to write.
 * @param {Problem} problem
 * @param {any} detail
 * @param {Language} language
 */
export function refusal(problem, detail, language) {
  return PROBLEMS[problem][language](detail);
}
