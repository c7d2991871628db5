// The form of a script: its fields, what is wrong with them, and the placeholders in the text that show what was typed.

import { clean, editable, parse, written } from "./values.js";
import { nameOf, placeholders } from "./passages.js";
import { refusal, word } from "./words.js";
import { writtenDay } from "./dates.js";

const MASK = "••••";

/**
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 * @typedef {{ name: string, label: string, control: Control, kind: import("./values.js").Kind, isOpen: boolean, isSensitive: boolean,
 *   note: HTMLElement, places: HTMLElement[], parsed: import("./values.js").Parsed }} Field
 */

export class Fields {
  /**
   * @param {HTMLFormElement} form
   * @param {Element} text What holds the placeholders.
   * @param {{ session: import("./session.js").Session, language: "zh" | "en", today: () => string }} surroundings
   */
  constructor(form, text, { session, language, today }) {
    this.session = session;
    this.language = language;
    this.today = today;
    this.isRevealed = false;
    /** Called when all that must be filled in is, and the reader goes on. */
    this.onComplete = () => {};
    /** Called when what stands in the text is another. */
    this.onChange = () => {};
    /** Called with what is wrong with a field that was left. */
    this.onRefusal = (/** @type {string} */ _message) => {};

    const places = grouped(placeholders(text));
    /** @type {Map<string, Field>} In order of speech. */
    this.all = new Map(controls(form).map((control) => [control.name, fieldOf(control, places.get(control.name) ?? [])]));
    for (const field of this.all.values()) this.listen(field);
    this.load();
  }

  /** Show what this tab knows, or else what the dictionary proposes. */
  load() {
    for (const field of this.all.values()) {
      const known = this.session.value(field.name);
      if (known !== undefined) field.control.value = known;
      this.read(field);
      this.normalise(field);
    }
    this.onChange();
  }

  /** @param {Field} field */
  listen(field) {
    const { control } = field;
    control.addEventListener("input", () => {
      this.read(field);
      this.session.set(field.name, "value" in field.parsed ? field.parsed.value : control.value, field.isOpen);
      if (control.getAttribute("aria-invalid") === "true") this.complain(field);
      this.onChange();
    });
    control.addEventListener("blur", () => {
      this.normalise(field);
      if ("problem" in field.parsed) this.onRefusal(`${field.label}: ${this.complain(field)}`);
    });
    control.addEventListener("paste", (event) => pasteInOneLine(/** @type {ClipboardEvent} */ (event), control));
    control.addEventListener("keydown", (event) => {
      const { key, isComposing, shiftKey, altKey, ctrlKey, metaKey } = /** @type {KeyboardEvent} */ (event);
      if (key !== "Enter" || isComposing || shiftKey || altKey || ctrlKey || metaKey) return;
      event.preventDefault();
      this.goOn(field);
    });
    for (const place of field.places) place.addEventListener("click", () => control.focus());
  }

  /**
   * Take up what stands in the control, and show it in the text.
   * @param {Field} field
   */
  read(field) {
    field.parsed = parse(field.control.value, field.kind, this.today());
    const shown = this.shown(field, false);
    const spoken = this.shown(field, true);
    for (const place of field.places) {
      const isSpoken = place.closest(".hb-say") !== null;
      const text = (isSpoken ? spoken : shown) ?? field.label;
      if (place.textContent !== text) place.textContent = text;
      place.classList.toggle("hb-placeholder--filled", shown !== undefined);
    }
    if (!("problem" in field.parsed)) this.note(field, this.echo(field));
  }

  /**
   * What the text shows of a field, or undefined where it has no value.
   * @param {Field} field
   * @param {boolean} spoken
   */
  shown(field, spoken) {
    const value = this.valueOf(field);
    if (value === "") return undefined;
    return field.isSensitive && !this.isRevealed ? MASK : written(value, field.kind, this.language, spoken);
  }

  /**
   * The value, empty where there is none that is right.
   * @param {Field} field
   */
  valueOf(field) {
    return "value" in field.parsed ? field.parsed.value : "";
  }

  /**
   * What a date or a time was taken for, to be seen at once; nothing for other fields.
   * @param {Field} field
   */
  echo(field) {
    const value = this.valueOf(field);
    if (value !== "" && field.kind.type === "date") return writtenDay(value, this.language, true);
    return field.kind.type === "time" && value !== field.control.value ? value : "";
  }

  /**
   * A value that is right stands in its field in the form in which it is kept.
   * @param {Field} field
   */
  normalise(field) {
    const value = this.valueOf(field);
    if (value !== "") field.control.value = editable(value, field.kind);
    if ("value" in field.parsed && field.control.getAttribute("aria-invalid") === "true" && !this.isMissing(field)) this.complain(field);
  }

  /** @param {Field} field */
  isMissing(field) {
    return "problem" in field.parsed || (field.control.required && field.parsed.value === "");
  }

  /**
   * Say at the field what is wrong with it, or take that back; returns what is wrong.
   * @param {Field} field
   * @param {boolean} [isNeeded] Whether it may not be empty here.
   */
  complain(field, isNeeded = this.isMissing(field)) {
    const { parsed, control } = field;
    const message = "problem" in parsed ? refusal(parsed.problem, parsed.detail, this.language) : isNeeded ? word("missing", this.language) : "";
    if (message) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    this.note(field, message || this.echo(field));
    return message;
  }

  /**
   * @param {Field} field
   * @param {string} text
   */
  note(field, text) {
    if (field.note.textContent !== text) field.note.textContent = text;
  }

  /**
   * The fields, among those of these names, that keep a text from being used.
   * @param {Set<string>} names
   * @param {string[]} needed Names of those that this text cannot do without.
   */
  missing(names, needed) {
    return [...this.all.values()].filter((field) => names.has(field.name) && (this.isMissing(field) || needed.includes(field.name)));
  }

  /**
   * To the next field without a right value, past the ones that may stay empty only once; then on to what follows.
   * @param {Field} from
   */
  goOn(from) {
    this.normalise(from);
    if ("problem" in from.parsed) {
      this.onRefusal(`${from.label}: ${this.complain(from)}`);
      return;
    }
    const fields = [...this.all.values()].filter((field) => field.control.offsetParent !== null);
    const behind = fields.slice(fields.indexOf(from) + 1).find((field) => this.isMissing(field) || this.valueOf(field) === "");
    const next = behind ?? fields.find((field) => this.isMissing(field));
    if (next) focusOn(next);
    else this.onComplete();
  }

  /** To the first field that must still be filled in. */
  begin() {
    const fields = [...this.all.values()].filter((field) => field.control.offsetParent !== null);
    const first = fields.find((field) => this.isMissing(field)) ?? fields[0];
    if (first) focusOn(first);
  }

  /**
   * What stands for a placeholder in a text to be used: its value, or its label while one is still asked for; undefined where
   * it may be, and is, without a value.
   * @param {boolean} spoken
   * @returns {(name: string) => string | undefined}
   */
  fill(spoken) {
    return (name) => {
      const field = this.all.get(name);
      if (!field) return undefined;
      const value = this.valueOf(field);
      if (value !== "") return written(value, field.kind, this.language, spoken);
      return this.isMissing(field) ? field.label : undefined;
    };
  }

  /** The field that is being filled in. */
  get inHand() {
    return [...this.all.values()].find(({ control }) => control === document.activeElement);
  }

  /** How many have a value. */
  get filled() {
    return [...this.all.values()].filter((field) => this.valueOf(field) !== "").length;
  }

  /**
   * Show the fields of these names alone, or all.
   * @param {Set<string>} [names]
   */
  showOnly(names) {
    for (const field of this.all.values()) {
      const cell = field.control.closest(".hb-field");
      if (cell instanceof HTMLElement) cell.hidden = names !== undefined && !names.has(field.name);
    }
  }

  /** @param {boolean} reveal */
  reveal(reveal) {
    this.isRevealed = reveal;
    for (const field of this.all.values()) {
      if (field.isSensitive) field.control.classList.toggle("hb-masked", !reveal);
      this.read(field);
    }
  }

  /** Everything as it was before anything was typed, or as far as the session still knows it. */
  reset() {
    for (const { control } of this.all.values()) {
      if (control instanceof HTMLSelectElement) control.value = [...control.options].find((each) => each.defaultSelected)?.value ?? "";
      else control.value = control.defaultValue;
      control.removeAttribute("aria-invalid");
    }
    this.load();
  }
}

/** @param {HTMLElement[]} places */
function grouped(places) {
  /** @type {Map<string, HTMLElement[]>} */
  const groups = new Map();
  for (const place of places) groups.set(nameOf(place), [...(groups.get(nameOf(place)) ?? []), place]);
  return groups;
}

/**
 * @param {HTMLFormElement} form
 * @returns {Control[]}
 */
function controls(form) {
  return /** @type {Control[]} */ ([...form.querySelectorAll("[data-type]")]);
}

/**
 * @param {Control} control
 * @param {HTMLElement[]} places
 * @returns {Field}
 */
function fieldOf(control, places) {
  const { type = "text", min, max, privacy } = control.dataset;
  const isSensitive = privacy === "sensitive";
  control.classList.toggle("hb-masked", isSensitive);
  return {
    name: control.name,
    label: control.labels?.[0]?.firstChild?.textContent?.trim() ?? control.name,
    control,
    kind: { type, min: limit(min), max: limit(max), choices: choicesOf(control) },
    isOpen: privacy === "public",
    isSensitive,
    note: /** @type {HTMLElement} */ (document.getElementById(`note-${control.name}`)),
    places,
    parsed: { value: "" },
  };
}

/** @param {string | undefined} written */
const limit = (written) => (written === undefined ? undefined : Number(written));

/** @param {Control} control */
function choicesOf(control) {
  if (!(control instanceof HTMLSelectElement)) return undefined;
  return Object.fromEntries([...control.options].filter((each) => each.value).map((each) => [each.value, each.text]));
}

/**
 * To a field, with the line below it in sight.
 * @param {Field} field
 */
export function focusOn({ control }) {
  control.focus();
  control.scrollIntoView({ block: "nearest" });
  if (!(control instanceof HTMLSelectElement)) control.select();
}

/**
 * A browser joins the lines of a paste without a blank, so that two amounts become one; here they stay two.
 * @param {ClipboardEvent} event
 * @param {Control} control
 */
function pasteInOneLine(event, control) {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (control instanceof HTMLSelectElement || !/[\t\n\r]/.test(text)) return;
  event.preventDefault();
  control.setRangeText(clean(text), control.selectionStart ?? 0, control.selectionEnd ?? 0, "end");
  control.dispatchEvent(new Event("input", { bubbles: true }));
}
