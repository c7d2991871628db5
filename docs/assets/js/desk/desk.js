// The desk of a script page: fills in, copies, walks through the call. The page reads without it.

import { copy } from "./clipboard.js";
import { Commands, OPEN, pageCommands } from "./commands.js";
import { make } from "./dom.js";
import { Fields, focusOn } from "./fields.js";
import { startFolds } from "./fold.js";
import { Guide } from "./guide.js";
import { showLetter } from "./letter.js";
import { promise } from "./log.js";
import { isTyped, Palette } from "./palette.js";
import { leftOut, nameOf, placeholders, sentenceAround, textOf } from "./passages.js";
import { addressOf } from "./places.js";
import { reviewIn, stated } from "./review.js";
import { lengthOf } from "./segments.js";
import { Session, tabStorage } from "./session.js";
import { dayOf } from "./today.js";
import { notYet, word } from "./words.js";

const SPOKEN = ".hb-say, .hb-send";

class Desk {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.main = /** @type {HTMLElement} */ (root.parentElement);
    this.form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
    /** @type {"zh" | "en"} The language of the script, which on a page without a translation is not that of the page. */
    this.language = root.closest("[lang]")?.getAttribute("lang") === "en" ? "en" : "zh";
    this.session = new Session(tabStorage());
    /** The review as it stands today; read before anything on the page is changed. */
    this.review = document.querySelector("[data-hb-review]");
    this.fields = new Fields(this.form, this.main, { session: this.session, language: this.language, today: () => dayOf(new Date()) });
    this.fields.onComplete = () => this.complete();
    this.fields.onChange = () => this.change();
    this.fields.onRefusal = (message) => this.say(message);
    this.commands = new Commands();
    this.palette = new Palette(this.commands, this.language);
    /** @type {Element[] | undefined} What a guided call has in hand. */
    this.inHand = undefined;
    /** What the reader has been told is left out. */
    this.agreed = "";
    this.guide = this.makeGuide();
    this.addCommands();
    this.listen();
    this.change();
    this.guide?.resume();
  }

  makeGuide() {
    const data = document.getElementById("hb-branches");
    if (!data?.textContent) return undefined;
    return new Guide(this.main, this.root, JSON.parse(data.textContent), {
      session: this.session,
      language: this.language,
      now: () => new Date(),
      script: this.root.dataset.script ?? "",
      stage: this.root.dataset.stage ?? "",
      copyLine: (line) => this.copyPlain(line),
      end: () => this.end(),
      onStep: (blocks) => {
        this.inHand = blocks;
        this.form.querySelector('[data-command="guide"]')?.setAttribute("aria-pressed", String(blocks !== undefined));
        this.fields.showOnly(blocks && namesIn(blocks));
      },
      isToFill: () => this.inHand !== undefined && this.fields.missing(namesIn(this.inHand), []).length > 0,
    });
  }

  addCommands() {
    const { language, root, commands } = this;
    const { next, previous, card = "" } = root.dataset;
    const add = (/** @type {import("./commands.js").Command} */ command) => commands.add(command);
    add({ id: "fill", title: word("fill", language), keys: "Alt+I", run: () => this.fields.begin() });
    add({ id: "copy", title: word("copyText", language), keys: "Alt+C", run: () => this.guide?.copyLog() || this.copyText() });
    add({ id: "plain", title: word("copyPlain", language), run: () => this.copyText(true), isReady: () => !this.isPlain });
    add({ id: "guide", title: word("guide", language), keys: "Alt+G", run: () => this.toggleGuide(), isReady: () => this.guide !== undefined });
    add({ id: "letter", title: word("letter", language), run: () => this.print(), isReady: () => this.channel === "letter" });
    add({ id: "promise", title: word("promise", language), run: () => this.insertPromise() });
    add({ id: "next", title: word("next", language), run: () => location.assign(addressOf(next ?? "")), isReady: () => next !== undefined });
    add({ id: "previous", title: word("previous", language), run: () => location.assign(addressOf(previous ?? "")), isReady: () => previous !== undefined });
    add({ id: "card", title: word("card", language), run: () => location.assign(addressOf(card)) });
    add({ id: "reveal", title: word("reveal", language), run: () => this.reveal(), isReady: () => this.revealButton !== null });
    const actions = { end: () => this.end(), copyLink: (/** @type {string} */ address) => this.copyPlain(address) };
    for (const command of pageCommands(document, language, actions)) add(command);
    add({ id: "commands", title: word("commands", language), keys: "Alt+.", run: () => this.palette.open(), isListed: false });
  }

  listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("click", (event) => {
      const id = /** @type {Element} */ (event.target).closest("[data-command]")?.getAttribute("data-command");
      if (id) this.commands.run(id);
    });
    document.addEventListener("keydown", (event) => {
      if (document.querySelector("dialog[open]")) return;
      if (this.commands.runByKey(event)) event.preventDefault();
    });
    document.addEventListener(OPEN, () => this.palette.open());
    const keep = this.option("public");
    if (keep) {
      keep.checked = this.session.keepsOpen;
      keep.addEventListener("change", () => (this.session.keepsOpen = keep.checked));
    }
    this.option("record")?.addEventListener("change", () => this.change());
    this.form.addEventListener("focusin", (event) => this.hint(/** @type {Element} */ (event.target)));
    for (const block of this.blocks) block.append(this.copyButton(block));
    document.addEventListener("pointerdown", ({ target }) => this.status.contains(/** @type {Node} */ (target)) || this.say(""));
    window.addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      this.session.refresh();
      this.fields.reset();
    });
  }

  /** @param {string} name */
  option(name) {
    return /** @type {HTMLInputElement | null} */ (this.form.querySelector(`[data-option="${name}"]`));
  }

  get revealButton() {
    return this.form.querySelector('[data-command="reveal"]');
  }

  get channel() {
    return this.root.dataset.channel;
  }

  /** A text message has no emphasis to carry along. */
  get isPlain() {
    return this.channel === "sms";
  }

  /** What is said or sent: all of it, or what a guided call has in hand. */
  get blocks() {
    return this.inHand ?? [...this.main.querySelectorAll(SPOKEN)];
  }

  /** @param {Element} block */
  copyButton(block) {
    const made = make("button", { type: "button", class: "hb-copy", "aria-label": `${word("copy", this.language)}: ${labelOf(block)}` }, word("copy", this.language));
    made.addEventListener("click", () => this.copyBlocks([block]));
    return made;
  }

  /** What stands beside the fields follows what is typed. */
  change() {
    const filled = this.root.querySelector("[data-filled]");
    if (filled) filled.textContent = String(this.fields.filled);
    this.agreed = "";
    this.say("");
    this.quote();
    if (this.fields.filled > 0) strikeOut(this.blocks.flatMap((block) => leftOut(block, this.fields.fill(false)).ranges));
    const length = this.root.querySelector("[data-length]");
    if (!length) return;
    const { characters, segments, foreign } = lengthOf(this.plain(this.texts(this.blocks)));
    const { language } = this;
    length.textContent = language === "zh" ? `${characters}字，${segments}条` : `${characters} characters, ${segments} ${segments === 1 ? "segment" : "segments"}`;
    if (foreign && language === "en") length.append(` (“${foreign}”: 70 a segment instead of 160)`);
  }

  /**
   * @param {Element[]} blocks
   * @returns {import("./passages.js").Passages[]}
   */
  texts(blocks) {
    return blocks.map((block) => textOf(block, this.fields.fill(block.matches(".hb-say")), this.language));
  }

  /** @param {import("./passages.js").Passages[]} texts */
  plain(texts) {
    return [...texts.map(({ plain }) => plain), this.record].filter(Boolean).join("\n\n");
  }

  /** The last line that names script, text and review, or empty where it is not wanted. */
  get record() {
    if (!this.option("record")?.checked) return "";
    const { script, digest } = this.root.dataset;
    const review = this.review instanceof HTMLElement ? stated(reviewIn(this.review), dayOf(new Date()), this.language) : "";
    return [script, digest, review].filter(Boolean).join(" · ");
  }

  /** @param {boolean} [isPlain] */
  copyText(isPlain = this.isPlain) {
    return this.copyBlocks(this.blocks, isPlain);
  }

  /**
   * @param {Element[]} blocks
   * @param {boolean} [isPlain]
   */
  async copyBlocks(blocks, isPlain = this.isPlain) {
    const texts = this.usable(blocks);
    if (!texts) return;
    const body = make("div", {}, ...texts.flatMap(({ element }) => [...element.childNodes]));
    if (this.record) body.append(make("p", {}, this.record));
    const plain = this.plain(texts);
    this.tell(await copy({ plain, html: isPlain ? undefined : body.innerHTML }), plain);
  }

  /** @param {string} text */
  async copyPlain(text) {
    this.tell(await copy({ plain: text }), text);
  }

  /**
   * @param {boolean} done
   * @param {string} text
   */
  tell(done, text) {
    if (done) this.say(`${word("copied", this.language)}: ${[...text.replace(/\s+/g, " ")].slice(0, 24).join("")}…`);
    else this.offer(text);
  }

  /**
   * Where the browser gives no access to the clipboard, the text is there to be taken.
   * @param {string} text
   */
  offer(text) {
    this.say(word("notCopied", this.language));
    const area = make("textarea", { readonly: "", rows: "4", "aria-label": word("copyText", this.language) });
    area.value = text;
    this.status.append(area);
    area.select();
  }

  /**
   * The text of these blocks; undefined where a field keeps it from being used, which then has the focus while all of them are
   * named, and where something is left out to which the reader has not agreed by asking a second time.
   * @param {Element[]} blocks
   */
  usable(blocks) {
    const { language } = this;
    const texts = this.texts(blocks);
    const stuck = texts.flatMap((each) => each.stuck);
    const missing = this.fields.missing(namesIn(blocks), stuck);
    if (missing.length > 0) {
      for (const field of missing) this.fields.complain(field, true);
      this.say(notYet(missing.map(({ label }) => label), language));
      focusOn(missing[0]);
      return undefined;
    }
    const omitted = texts.flatMap((each) => each.omitted).join(" … ");
    if (omitted && omitted !== this.agreed) {
      this.agreed = omitted;
      this.say(`${word("leavesOut", language)}${omitted}`);
      return undefined;
    }
    if (!texts.some(({ plain }) => plain)) {
      this.say(word("nothing", language));
      return undefined;
    }
    return texts;
  }

  print() {
    const texts = this.usable(this.blocks);
    if (texts) showLetter(texts.map(({ element }) => element), this.record, this.language);
  }

  /** All is filled in: on to what this script is for. */
  complete() {
    if (this.guide?.isOpen) this.guide.focus();
    else if (this.guide) this.guide.open();
    else this.copyText();
  }

  toggleGuide() {
    if (this.guide?.isOpen) this.guide.close();
    else this.guide?.open();
  }

  reveal() {
    this.fields.reveal(!this.fields.isRevealed);
    this.revealButton?.setAttribute("aria-pressed", String(this.fields.isRevealed));
  }

  /** At the place of the cursor, or else on the clipboard. */
  insertPromise() {
    const text = promise((name) => this.session.value(name), this.language);
    const target = document.activeElement;
    if (!text) this.say(word("noPromise", this.language));
    else if (isTyped(target)) {
      target.setRangeText(text, target.selectionStart ?? 0, target.selectionEnd ?? 0, "end");
      target.dispatchEvent(new Event("input", { bubbles: true }));
    } else this.copyPlain(text);
  }

  end() {
    const { keepsOpen } = this.session;
    this.guide?.close();
    this.session.end();
    this.fields.reset();
    this.say(word(keepsOpen ? "clearedButPublic" : "cleared", this.language));
    window.scrollTo({ top: 0 });
  }

  get status() {
    return /** @type {HTMLElement} */ (this.root.querySelector("[data-status]"));
  }

  /** @param {string} text */
  say(text) {
    this.status.textContent = text;
  }

  /** The sentence that the field in hand is for, where the text itself is out of sight. */
  quote() {
    const quoted = this.root.querySelector("[data-quote]");
    if (!(quoted instanceof HTMLElement) || !quoted.offsetParent) return;
    const place = this.fields.inHand?.places.find((each) => this.blocks.some((block) => block.contains(each)));
    quoted.replaceChildren(...(place ? [sentenceAround(place)] : []));
  }

  /**
   * What the field in hand is about.
   * @param {Element} target
   */
  hint(target) {
    const name = target.getAttribute("name");
    const help = name ? document.getElementById(`help-${name}`)?.firstChild?.textContent?.trim() : undefined;
    const place = this.root.querySelector("[data-hint]");
    if (!place || !help) return;
    const example = target instanceof HTMLSelectElement ? "" : target.getAttribute("data-example");
    place.textContent = help + (example ? ` ${word("example", this.language)}: ${example}` : "");
    this.quote();
  }
}

/**
 * The placeholders that these blocks hold.
 * @param {Element[]} blocks
 */
function namesIn(blocks) {
  return new Set(blocks.flatMap((block) => placeholders(block).map(nameOf)));
}

/** @param {Element} block */
function labelOf(block) {
  return (block.querySelector("p:not(.hb-block__label)")?.textContent ?? "").trim().slice(0, 20);
}

/**
 * Show in the text what will be left out, where the browser can.
 * @param {Range[]} ranges
 */
function strikeOut(ranges) {
  if (typeof CSS === "undefined" || !("highlights" in CSS)) return;
  CSS.highlights.set("hb-left-out", new Highlight(...ranges));
}

const root = document.querySelector("[data-hb-desk]");
if (root instanceof HTMLElement) {
  startFolds(document);
  new Desk(root);
}
