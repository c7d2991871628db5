// “May I call now?”: the fields of the case, the answer in words with the rule behind each reason.

import { mayCall } from "./calling.js";
import { element, paragraph } from "./elements.js";

const WORDS = {
  zh: {
    yes: "可以打。",
    no: "现在不要打。",
    ask: "先请示组长。",
    next: "下一个可以打的时间",
    local: "客户当地",
    house: "机构规范，不是法规",
    spacing: "离上一通电话太近",
    holiday: "本机构的停拨日",
    "no-clock": "这类案件没有读到钟点规定，但现在是不寻常的时间",
    refused: "客户要求不要再打：停拨，按停止联系请求处理",
    "quiet-hours": "在不联系的时段里",
    "permitted-hours": "在可以联系的时段以外",
    "calls-a-day": "今天接通的次数已到上限",
    "attempts-a-day": "今天未接通的次数已到上限",
    "calls-in-days": "这段日子里的拨打次数已到上限",
    "days-after-conversation": "离上一次谈话还不到天数",
    fine: "以上只看时间和次数。核身、号码归属、异议和投诉另看。",
  },
  en: {
    yes: "Yes, you may call.",
    no: "Do not call now.",
    ask: "Ask the team leader first.",
    next: "Next permitted time",
    local: "the customer's local time",
    house: "house norm, not law",
    spacing: "too soon after the last call",
    holiday: "a day on which this house calls nobody",
    "no-clock": "no clock was read for such cases, but this is an unusual hour",
    refused: "the customer asked us to stop calling: stop, and handle it as a cease-contact request",
    "quiet-hours": "within quiet hours",
    "permitted-hours": "outside the permitted hours",
    "calls-a-day": "the calls answered today have reached the limit",
    "attempts-a-day": "the unanswered calls today have reached the limit",
    "calls-in-days": "the calls within these days have reached the limit",
    "days-after-conversation": "too few days since the last conversation",
    fine: "This looks at time and number alone. Identity, whose number it is, disputes and complaints are another matter.",
  },
};

/** Offers the time zones of the kind of case. @param {HTMLFormElement} form */
export function prepareCalling(form, { data }) {
  const fill = () => {
    const regime = data.regimes.find((each) => each.id === form.regime.value);
    form.zone.replaceChildren(...regime.time_zones.map((zone) => element("option", { value: zone }, zone)));
  };
  form.regime.addEventListener("input", fill);
  fill();
}

/** @returns {Node[]} */
export function callingAnswer(values, { language, data, now }) {
  const words = WORDS[language];
  const regime = data.regimes.find((each) => each.id === values.regime) ?? data.regimes[0];
  const zone = regime.time_zones.includes(values.zone) ? values.zone : regime.time_zones[0];
  const known = {
    zone,
    answeredToday: count(values.answeredToday),
    attemptsToday: count(values.attemptsToday),
    callsInDays: count(values.callsInDays),
    lastCall: moment(values.lastCall),
    lastConversation: moment(values.lastConversation),
    consent: "consent" in values,
    refused: "refused" in values,
  };
  const { answer, reasons, next } = mayCall(regime, data.house_norms, known, now());
  const nodes = [element("p", { class: `hb-verdict hb-verdict--${answer}` }, words[answer])];
  if (reasons.length) nodes.push(element("ul", {}, ...reasons.map((reason) => reasonItem(reason, words))));
  if (next !== null) nodes.push(paragraph(`${words.next}: ${written(next, zone, language)} (${words.local})`));
  nodes.push(element("p", { class: "hb-fine" }, words.fine));
  return nodes;
}

function reasonItem({ kind, limit }, words) {
  if (!limit) return element("li", {}, `${words[kind]} (${words.house})`);
  const source = element("a", { href: limit.url, class: "hb-ref hb-ref--reg" }, limit.citation);
  return element("li", {}, `${words[kind]}: ${limit.written} · `, source, ` (${limit.instrument}; ${limit.verification})`);
}

function written(time, zone, language) {
  return new Intl.DateTimeFormat(language, { timeZone: zone, weekday: "short", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(time);
}

function count(text) {
  const value = Math.trunc(Number(text));
  return value > 0 ? Math.min(value, 999) : 0;
}

function moment(text) {
  const value = new Date(text ?? "").getTime();
  return Number.isNaN(value) ? null : value;
}
