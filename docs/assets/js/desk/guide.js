// A guided call on the page: one step of the script at a time, what the customer says as buttons, and a line for the log at the end.
//
// The page's own sections are shown and hidden; nothing of them is copied, so what is said stands in one place.

import { arrive, back, begin, choicesAt, finish, goTo, here, isSaid, leaveFor, tick } from "./call.js";
import { button, make } from "./dom.js";
import { heard, line, promise } from "./log.js";
import { addressOf, thisPage } from "./places.js";
import { minuteOf } from "./today.js";
import { word } from "./words.js";

const LETTERS = "abcdefgh";
const DIGITS = 9;

/**
 * @typedef {import("./call.js").Branches & { log: import("./log.js").Log | null }} Data
 * @typedef {{ session: import("./session.js").Session, language: "zh" | "en", now: () => Date, script: string, stage: string,
 *   copyLine: (line: string) => void, end: () => void, onStep: (blocks: Element[] | undefined) => void,
 *   isToFill: () => boolean }} Surroundings `isToFill` tells whether fields of the step in hand are still empty.
 */

export class Guide {
  /**
   * @param {HTMLElement} main What holds the sections of the script.
   * @param {HTMLElement} desk Stays in sight.
   * @param {Data} data
   * @param {Surroundings} around
   */
  constructor(main, desk, data, around) {
    this.main = main;
    this.desk = desk;
    this.data = data;
    this.around = around;
    this.sections = sectionsOf(main, data.steps.map((each) => each.id));
    this.items = [...document.querySelectorAll(".hb-must li[id^='must-']")].map((item) => ({
      id: item.id.replace("must-", ""),
      text: withoutSources(item),
    }));
    this.isOpen = false;
    this.head = make("section", { class: "hb-guide", "aria-label": word("trail", around.language) });
    this.foot = make("section", { class: "hb-guide hb-guide--foot", "aria-label": word("customerSays", around.language) });
    main.addEventListener("click", (event) => this.follow(event));
    document.addEventListener("keydown", (event) => this.press(event));
  }

  get call() {
    return this.around.session.call;
  }

  /** Open at where this call was, or at the first step. */
  open() {
    const { session, now } = this.around;
    const { call } = this;
    const first = this.place(this.data.steps[0].id, call?.onward?.by ?? "");
    if (!call) session.call = begin(first, now().getTime());
    else if (here(call).script !== this.around.script) session.call = arrive(call, first);
    else session.call = { ...call, isAside: false, onward: undefined };
    this.isOpen = true;
    this.desk.after(this.head);
    this.main.append(this.foot);
    this.main.classList.add("hb-guided");
    document.documentElement.classList.add("hb-in-call");
    this.show();
  }

  /** Open again where the tab comes back to a call that is on. */
  resume() {
    const { call } = this;
    const isSentHere = call?.onward?.page === thisPage();
    if (call && (isSentHere || (here(call).script === this.around.script && !call.isAside))) this.open();
  }

  /** Show the whole script; the call goes on. */
  close() {
    if (!this.isOpen) return;
    if (this.call) this.around.session.call = { ...this.call, isAside: true };
    this.isOpen = false;
    this.head.remove();
    this.foot.remove();
    this.main.classList.remove("hb-guided");
    document.documentElement.classList.remove("hb-in-call");
    for (const each of this.main.querySelectorAll(":scope > .hb-here")) each.classList.remove("hb-here");
    this.around.onStep(undefined);
  }

  /**
   * @param {string} step
   * @param {string} by
   * @returns {import("./call.js").Place}
   */
  place(step, by) {
    const title = this.sections.get(step)?.[0].firstChild?.textContent?.trim() ?? step;
    return { script: this.around.script, page: thisPage(), step, title, by };
  }

  /** @param {import("./call.js").Call} call */
  change(call) {
    this.around.session.call = call;
    this.show();
  }

  /** @param {import("./call.js").Choice} choice */
  choose({ by, to }) {
    if (!this.call) return;
    if (to.startsWith("#")) {
      this.change(goTo(this.call, this.place(to.slice(1), by), this.data));
      return;
    }
    const page = addressOf(to);
    this.around.session.call = leaveFor(this.call, { page, by }, this.data);
    location.assign(page);
  }

  goBack() {
    if (!this.call) return;
    const before = back(this.call);
    if (here(before).script === this.around.script) this.change(before);
    else {
      this.around.session.call = before;
      location.assign(here(before).page);
    }
  }

  finish() {
    if (this.call) this.change(finish(this.call, this.data, this.items.map(({ id }) => id)));
  }

  show() {
    const { call } = this;
    if (!call) return;
    const nodes = call.stage === "step" ? (this.sections.get(here(call).step) ?? []) : [];
    for (const each of this.main.querySelectorAll(":scope > .hb-here")) each.classList.remove("hb-here");
    for (const each of nodes) each.classList.add("hb-here");
    this.head.replaceChildren(this.trail(call));
    const stage = { step: () => this.choices(call), unsaid: () => this.unsaid(call), log: () => this.log(call) }[call.stage];
    this.foot.replaceChildren(...stage(), this.mustSay(call));
    this.around.onStep(nodes.flatMap((each) => (each.matches(".hb-say, .hb-send") ? [each] : [...each.querySelectorAll(".hb-say, .hb-send")])));
    this.focus();
    (this.around.isToFill() ? this.desk : this.head).scrollIntoView({ block: "start" });
  }

  /** To the heading of what is shown, so that keys choose and a screen reader begins there. */
  focus() {
    const heading = this.main.querySelector(":scope > .hb-here") ?? this.foot.querySelector("h3");
    if (!(heading instanceof HTMLElement)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  /** @param {import("./call.js").Call} call */
  trail(call) {
    const last = call.trail.length - 1;
    const entries = call.trail.map(({ title, by }, index) =>
      make("li", { "aria-current": index === last ? "step" : undefined }, ...(by ? [make("q", {}, by), " "] : []), make("b", {}, title)),
    );
    return make("ol", { class: "hb-guide__trail", "aria-label": word("trail", this.around.language) }, ...entries);
  }

  /** @param {import("./call.js").Call} call */
  mustSay(call) {
    const { language, script } = this.around;
    const boxes = this.items.map(({ id, text }, index) => {
      const box = make("input", { type: "checkbox", "aria-keyshortcuts": LETTERS[index] });
      box.checked = isSaid(call, script, id);
      box.addEventListener("change", () => this.call && this.tick(id, box.checked));
      return make("label", { "data-said": String(box.checked) }, box, make("kbd", { "aria-hidden": "true" }, LETTERS[index] ?? ""), ` ${text}`);
    });
    return make("fieldset", { class: "hb-guide__must" }, make("legend", {}, word("mustSay", language)), ...boxes);
  }

  /**
   * @param {string} id
   * @param {boolean} said
   */
  tick(id, said) {
    if (!this.call) return;
    const call = tick(this.call, this.around.script, id, said);
    this.around.session.call = call;
    const focused = this.boxes.indexOf(/** @type {HTMLInputElement} */ (document.activeElement));
    if (call.stage === "unsaid") this.foot.replaceChildren(...this.unsaid(call), this.mustSay(call));
    else this.foot.querySelector(".hb-guide__must")?.replaceWith(this.mustSay(call));
    this.boxes[focused]?.focus();
  }

  /** @param {import("./call.js").Call} call */
  choices(call) {
    const { language } = this.around;
    const buttons = choicesAt(this.data, here(call).step).map((choice, index) => {
      const where = choice.to.startsWith("#") ? this.place(choice.to.slice(1), "").title : word("otherScript", language);
      const key = index < DIGITS ? String(index + 1) : undefined;
      return make("li", {}, button(() => this.choose(choice), { "data-choice": key, "aria-keyshortcuts": key },
        make("kbd", { "aria-hidden": "true" }, key ?? ""), make("span", {}, choice.by || word("then", language)), make("small", {}, `→ ${where}`)));
    });
    return [make("h3", {}, word("customerSays", language)), make("ol", { class: "hb-guide__choices" }, ...buttons), this.tools("finish")];
  }

  /** @param {import("./call.js").Call} call */
  unsaid(call) {
    const { language, script } = this.around;
    const left = this.items.filter(({ id }) => !isSaid(call, script, id));
    return [
      make("h3", {}, word("unsaid", language)),
      make("ul", { class: "hb-guide__unsaid" }, ...left.map(({ text }) => make("li", {}, text))),
      make("p", {}, word("unsaidHelp", language)),
      this.tools(left.length ? "finishAnyway" : "finish"),
    ];
  }

  /**
   * Back, on to the end, and out of the guide.
   * @param {"finish" | "finishAnyway"} onward
   */
  tools(onward) {
    const { language } = this.around;
    const key = (/** @type {string} */ name) => make("kbd", { "aria-hidden": "true" }, name);
    return make("p", { class: "hb-guide__tools" },
      button(() => this.goBack(), { "data-guide": "back", "aria-keyshortcuts": "Backspace" }, word("back", language), " ", key("⌫")),
      button(() => this.finish(), { "data-guide": "finish", "aria-keyshortcuts": "0" }, word(onward, language), " ", key("0")),
      button(() => this.close(), { "data-guide": "close", "aria-keyshortcuts": "Escape" }, word("leaveGuide", language), " ", key("Esc")));
  }

  /** @param {import("./call.js").Call} call */
  log(call) {
    const { language, copyLine, end } = this.around;
    const heading = make("h3", {}, word("log", language));
    const ended = button(end, { "data-guide": "end" }, word("ended", language));
    const { log } = this.data;
    if (!log) return [heading, make("p", { class: "hb-guide__tools" }, button(() => this.goBack(), {}, word("back", language)), " ", ended)];
    const known = this.known(call);
    const cells = log.columns.flat().map(({ name, label }) => cell(name, label, log, known[name] ?? ""));
    const form = make("form", { class: "hb-guide__log", autocomplete: "off" }, ...cells,
      make("p", { class: "hb-guide__tools" }, button(() => this.goBack(), { "data-guide": "back" }, word("back", language)), " ",
        make("button", { type: "submit", "data-guide": "copy" }, word("copyLine", language)), " ", ended));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      copyLine(line(log, Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))));
    });
    return [heading, form];
  }

  /** Copy the line for the log, if that is what is in hand; returns whether it is. */
  copyLog() {
    const form = this.foot.querySelector(".hb-guide__log");
    if (!this.isOpen || !(form instanceof HTMLFormElement)) return false;
    form.requestSubmit();
    return true;
  }

  /**
   * What the line can say without being asked.
   * @param {import("./call.js").Call} call
   * @returns {Record<string, string>}
   */
  known(call) {
    const { language, session, stage } = this.around;
    const promised = promise((name) => session.value(name), language);
    return {
      time: minuteOf(new Date(call.began)),
      channel: word(stage === "inbound" ? "inbound" : "outbound", language),
      words: [heard(call.trail, language), promised].filter(Boolean).join(language === "zh" ? "；" : "; "),
    };
  }

  /**
   * A link to a step of this script goes there.
   * @param {MouseEvent} event
   */
  follow(event) {
    const link = /** @type {Element} */ (event.target).closest("a[href^='#']");
    const step = link?.getAttribute("href")?.slice(1) ?? "";
    if (!this.isOpen || !this.sections.has(step)) return;
    event.preventDefault();
    this.choose({ by: "", to: `#${step}` });
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const target = /** @type {Element} */ (event.target);
    const isTyping = target.matches("textarea, select, input:not([type=checkbox])");
    if (!this.isOpen || isTyping || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const { key } = event;
    if (/^[1-9]$/.test(key)) this.click(`[data-choice="${key}"]`);
    else if (key === "0") this.click('[data-guide="finish"]');
    else if (key === "Backspace") this.goBack();
    else if (key === "Escape") this.close();
    else if (key.length === 1 && LETTERS.includes(key)) this.boxes[LETTERS.indexOf(key)]?.click();
    else return;
    event.preventDefault();
  }

  /** The ticks of the must-say items. */
  get boxes() {
    return /** @type {HTMLInputElement[]} */ ([...this.foot.querySelectorAll(".hb-guide__must input")]);
  }

  /** @param {string} selector */
  click(selector) {
    const found = this.foot.querySelector(selector);
    if (found instanceof HTMLElement) found.click();
  }
}

/**
 * A must-say item in short: without the rules behind it, which stand beside the text.
 * @param {Element} item
 */
function withoutSources(item) {
  const copy = /** @type {Element} */ (item.cloneNode(true));
  for (const link of copy.querySelectorAll("a")) link.remove();
  return (copy.textContent ?? "").replace(/\s*[（(][\s,，;；、]*[)）]/g, "").trim();
}

/**
 * The elements of each step: its heading, and all up to the next one.
 * @param {HTMLElement} main
 * @param {string[]} ids
 */
function sectionsOf(main, ids) {
  /** @type {Map<string, Element[]>} */
  const sections = new Map();
  /** @type {Element[] | undefined} */
  let current;
  for (const each of main.children) {
    if (each.matches("h1, h2, .hb-print, .hb-links")) {
      current = ids.includes(each.id) ? [] : undefined;
      if (current) sections.set(each.id, current);
    }
    current?.push(each);
  }
  return sections;
}

/**
 * One part of the line.
 * @param {string} name
 * @param {string} label
 * @param {import("./log.js").Log} log
 * @param {string} value
 */
function cell(name, label, log, value) {
  if (name !== "code") {
    const control = make(name === "words" ? "textarea" : "input", { name, type: name === "words" ? undefined : "text", autocomplete: "off" });
    control.value = value;
    return make("label", {}, label, control);
  }
  const options = log.codes.map(([code, title]) => make("option", { value: `${code} ${title}` }, `${code} ${title}`));
  return make("label", {}, label, make("select", { name }, make("option", { value: "" }), ...options));
}
