// Days as collectors and customers name them: 今天, 下周五, 月底, 11月30日, next Friday, in 3 days, 30 Nov. Pure: today comes in.
//
// A day is written `2026-11-30`. Weeks begin on Monday, so 下周五 and "next Friday" are the Friday of the week after this one;
// 周五 and "Friday" alone are the next one to come, today included. A day without a year is the nearest one.

/**
 * @typedef {string} Day
 * @typedef {{ day: Day } | { problem: "unreadable" } | { problem: "ambiguous" | "no-such-day", shown: [number, number, number] }
 *   | { problem: "other-weekday", day: Day }} Reading
 * `shown` are year, month and day of the month as they were read.
 */

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const HAN_WEEKDAYS = "一二三四五六日";
const HAN_DIGITS = "零一二三四五六七八九";
/** @type {Record<string, number>} */
const NAMED = {
  今天: 0, 今日: 0, 今晚: 0, 明天: 1, 明日: 1, 后天: 2, 大后天: 3, 昨天: -1, 昨日: -1, 前天: -2, 大前天: -3,
  today: 0, tonight: 0, tomorrow: 1, "day after tomorrow": 2, "the day after tomorrow": 2, yesterday: -1, "day before yesterday": -2,
};
const MS_A_DAY = 86_400_000;

/** @param {Day} day */
const parts = (day) => day.split("-").map(Number);
/** @param {Day} day */
const number = (day) => Date.parse(`${day}T00:00:00Z`) / MS_A_DAY;
/** @param {number} number */
const named = (number) => new Date(number * MS_A_DAY).toISOString().slice(0, 10);

/**
 * @param {Day} day
 * @param {number} count
 */
export function addDays(day, count) {
  return named(number(day) + count);
}

/**
 * Days from one to the other.
 * @param {Day} from
 * @param {Day} to
 */
export function daysBetween(from, to) {
  return number(to) - number(from);
}

/**
 * 0 is Monday.
 * @param {Day} day
 */
export function weekday(day) {
  return (number(day) + 3) % 7;
}

/**
 * `2026年11月30日`, `30 November 2026`; with the weekday `2026年11月30日（星期一）`, `Monday, 30 November 2026`.
 * @param {Day} day
 * @param {string} language
 * @param {boolean} [withWeekday]
 */
export function writtenDay(day, language, withWeekday = false) {
  const [year, month, date] = parts(day);
  const ofWeek = weekday(day);
  if (language === "zh") return `${year}年${month}月${date}日${withWeekday ? `（星期${HAN_WEEKDAYS[ofWeek]}）` : ""}`;
  return `${withWeekday ? `${capital(WEEKDAYS[ofWeek])}, ` : ""}${date} ${capital(MONTHS[month - 1])} ${year}`;
}

/** @param {string} word */
const capital = (word) => word[0].toUpperCase() + word.slice(1);

/**
 * What day is meant. A weekday that stands with a date must be that of the date.
 * @param {string} text Without blanks at its ends, in half-width letters and digits.
 * @param {Day} today
 * @returns {Reading}
 */
export function readDay(text, today) {
  const { words, stated } = withoutWeekday(text.toLowerCase().replace(/\s+/g, " ").replace(/ \d{1,2}:\d{2}(?::\d{2})?$/, ""));
  const dense = words.replace(/ /g, "");
  const reading = byName(words, dense, today) ?? byHanWeek(dense, today) ?? byHanCount(dense, today) ?? byEnglishWords(words, today)
    ?? byNumbers(dense, today) ?? byMonthName(words, today) ?? { problem: "unreadable" };
  if ("problem" in reading || stated === undefined || weekday(reading.day) === stated) return reading;
  return { problem: "other-weekday", day: reading.day };
}

/**
 * 11月30日（星期一）, Monday, 30 November: the date, and the number of the weekday beside it.
 * @param {string} words
 */
function withoutWeekday(words) {
  const han = /^(.*\d.*?)[(（]?(?:周|星期|礼拜)([一二三四五六日天])[)）]?$/.exec(words);
  if (han) return { words: han[1].trim(), stated: HAN_WEEKDAYS.indexOf(han[2].replace("天", "日")) };
  const english = /^([a-z]{3,9})\.?,? (.*\d.*)$/.exec(words) ?? /^(.*\d.*?),? \(?([a-z]{3,9})\)?$/.exec(words);
  const [name, rest] = english ? (/\d/.test(english[1]) ? [english[2], english[1]] : [english[1], english[2]]) : ["", words];
  const stated = name ? WEEKDAYS.findIndex((each) => each.startsWith(name)) : -1;
  return stated < 0 ? { words, stated: undefined } : { words: rest, stated };
}

/**
 * @param {string} words
 * @param {string} dense
 * @param {Day} today
 */
function byName(words, dense, today) {
  const offset = NAMED[dense] ?? NAMED[words];
  return offset === undefined ? undefined : { day: addDays(today, offset) };
}

/**
 * 周五, 本周五, 下周五, 下下个星期一.
 * @param {string} dense
 * @param {Day} today
 */
function byHanWeek(dense, today) {
  const match = /^(上|这|本|下下|下)?个?(?:周|星期|礼拜)([一二三四五六日天1-7])$/.exec(dense);
  if (!match) return undefined;
  const wanted = /\d/.test(match[2]) ? Number(match[2]) - 1 : HAN_WEEKDAYS.indexOf(match[2].replace("天", "日"));
  return { day: ofWeek(today, wanted, match[1] && { 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 }[match[1]]) };
}

/**
 * The weekday in the week that many weeks from this one; without a week the next one to come, today included.
 * @param {Day} today
 * @param {number} wanted
 * @param {number | string | undefined} weeks
 */
function ofWeek(today, wanted, weeks) {
  const here = weekday(today);
  return addDays(today, typeof weeks === "number" ? wanted - here + 7 * weeks : (wanted - here + 7) % 7);
}

/**
 * 3天后, 两周后, 一个月后, 月底, 下月底, 年底, 15号, 下月15号.
 * @param {string} dense
 * @param {Day} today
 * @returns {Reading | undefined}
 */
function byHanCount(dense, today) {
  const [year, month] = parts(today);
  const after = /^(\d+|[一二两三四五六七八九十]+)个?(天|日|周|星期|礼拜|月)(?:以后|之后|后)$/.exec(dense);
  if (after) return { day: later(today, count(after[1]), after[2] === "月" ? "month" : "天日".includes(after[2]) ? "day" : "week") };
  if (dense === "年底") return { day: join(year, 12, 31) };
  const end = /^(这|本|下)?个?月(?:底|末)$/.exec(dense);
  if (end) return { day: lastOf(year, month + (end[1] === "下" ? 1 : 0)) };
  const ofMonth = /^(?:(上|这|本|下)个?月)?(\d{1,2}|[一二三四五六七八九十]+)[号日]$/.exec(dense);
  if (!ofMonth) return undefined;
  const date = count(ofMonth[2]);
  if (ofMonth[1]) return existing(...inMonth(year, month + { 上: -1, 这: 0, 本: 0, 下: 1 }[/** @type {"上"} */ (ofMonth[1])]), date);
  return nextDate(today, date);
}

/**
 * Friday, next Friday, in 3 days, 2 weeks ago, end of next month, the 15th.
 * @param {string} words
 * @param {Day} today
 * @returns {Reading | undefined}
 */
function byEnglishWords(words, today) {
  const week = /^(?:on )?(?:(last|this|next) )?([a-z]{3,9})\.?$/.exec(words);
  const wanted = week ? WEEKDAYS.findIndex((each) => each.startsWith(week[2])) : -1;
  if (week && wanted >= 0) return { day: ofWeek(today, wanted, week[1] && { last: -1, this: 0, next: 1 }[week[1]]) };
  const after = /^(?:in )?(\d+|a|one) (day|week|month)s?( ago| from now| later)?$/.exec(words);
  if (after && (after[3] || words.startsWith("in "))) {
    const many = /\d/.test(after[1]) ? Number(after[1]) : 1;
    return { day: later(today, after[3] === " ago" ? -many : many, /** @type {Unit} */ (after[2])) };
  }
  const [year, month] = parts(today);
  const end = /^(?:the )?end of (?:(?:the|this|(next)) )?month$/.exec(words);
  if (end) return { day: lastOf(year, month + (end[1] ? 1 : 0)) };
  const date = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)$/.exec(words);
  return date ? nextDate(today, Number(date[1])) : undefined;
}

/**
 * 2026-11-30, 2026年11月30日, 20261130, 11月30日, 30/11/2026.
 * @param {string} dense
 * @param {Day} today
 * @returns {Reading | undefined}
 */
function byNumbers(dense, today) {
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(dense) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(dense);
  if (full) return existing(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /^(\d{1,2})(?:[-/.](\d{1,2})|月(\d{1,2})[日号]?)$/.exec(dense);
  if (short) return nearest(today, Number(short[1]), Number(short[2] ?? short[3]));
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(dense);
  if (!yearLast) return undefined;
  const [first, second, year] = yearLast.slice(1).map(Number);
  if (first <= 12 && second <= 12 && first !== second) return { problem: "ambiguous", shown: [year, first, second] };
  return first > 12 ? existing(year, second, first) : existing(year, first, second);
}

/**
 * 30 Nov, 30 November 2026, Nov 30.
 * @param {string} words
 * @param {Day} today
 * @returns {Reading | undefined}
 */
function byMonthName(words, today) {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -]?(?:of )?([a-z]{3,9})\.?(?:[ ,-]+(\d{4}))?$/.exec(words);
  const monthFirst = /^([a-z]{3,9})\.? ?(\d{1,2})(?:st|nd|rd|th)?(?:[ ,]+(\d{4}))?$/.exec(words);
  const match = dayFirst ?? monthFirst;
  if (!match) return undefined;
  const [name, date] = dayFirst ? [match[2], match[1]] : [match[1], match[2]];
  const month = MONTHS.findIndex((each) => each.startsWith(name.replace(/^sept$/, "sep"))) + 1;
  if (month === 0) return undefined;
  return match[3] ? existing(Number(match[3]), month, Number(date)) : nearest(today, month, Number(date));
}

/** @typedef {"day" | "week" | "month"} Unit */

/**
 * @param {Day} day
 * @param {number} many
 * @param {Unit} unit
 */
function later(day, many, unit) {
  if (unit !== "month") return addDays(day, many * (unit === "week" ? 7 : 1));
  const [year, month, date] = parts(day);
  const last = lastOf(year, month + many);
  return Number(last.slice(8)) < date ? last : join(...inMonth(year, month + many), date);
}

/**
 * The next day with this number, today included.
 * @param {Day} today
 * @param {number} date
 * @returns {Reading}
 */
function nextDate(today, date) {
  const [year, month, here] = parts(today);
  return existing(...inMonth(year, month + (date < here ? 1 : 0)), date);
}

/**
 * This day of the year that is nearest to today.
 * @param {Day} today
 * @param {number} month
 * @param {number} date
 * @returns {Reading}
 */
function nearest(today, month, date) {
  const year = Number(today.slice(0, 4));
  const found = [year, year - 1, year + 1].map((each) => existing(each, month, date)).flatMap((each) => ("problem" in each ? [] : each.day));
  if (found.length === 0) return existing(year, month, date);
  return { day: found.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0] };
}

/**
 * @param {number} year
 * @param {number} month
 * @param {number} date
 * @returns {Reading}
 */
function existing(year, month, date) {
  const time = new Date(Date.UTC(year, month - 1, date));
  const exists = year >= 1900 && year <= 2200 && time.getUTCMonth() === month - 1 && time.getUTCDate() === date;
  return exists ? { day: join(year, month, date) } : { problem: "no-such-day", shown: [year, month, date] };
}

/**
 * Year and month, where the month may lie beyond its year.
 * @param {number} year
 * @param {number} month
 * @returns {[number, number]}
 */
function inMonth(year, month) {
  return [year + Math.floor((month - 1) / 12), ((month - 1 + 12) % 12) + 1];
}

/**
 * @param {number} year
 * @param {number} month
 */
function lastOf(year, month) {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/**
 * @param {number} year
 * @param {number} month
 * @param {number} date
 */
function join(year, month, date) {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/**
 * 3, 三, 两, 十五, 二十一.
 * @param {string} written
 */
function count(written) {
  if (/\d/.test(written)) return Number(written);
  const [tens, ones] = written.includes("十") ? written.split("十") : ["零", written];
  const digit = (/** @type {string} */ each) => Math.max(0, HAN_DIGITS.indexOf(each.replace("两", "二")));
  return (tens === "" ? 1 : digit(tens)) * 10 + (ones ? digit(ones) : 0);
}
