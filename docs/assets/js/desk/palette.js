// The dialog that shows the commands: a field to narrow them, arrows to choose, Enter to run.

import { make } from "./dom.js";
import { word } from "./words.js";

export class Palette {
  /**
   * @param {import("./commands.js").Commands} commands
   * @param {"zh" | "en"} language
   */
  constructor(commands, language) {
    this.commands = commands;
    this.language = language;
    this.chosen = 0;
    /** @type {import("./commands.js").Command[]} */
    this.shown = [];
    /** Where the focus was, and where a command may insert something. @type {Element | null} */
    this.origin = null;
    /** @type {number | null} */
    this.cursor = null;
    const name = word("commands", language);
    this.field = make("input", {
      type: "text", role: "combobox", "aria-expanded": "true", "aria-controls": "hb-palette-list", "aria-autocomplete": "list",
      "aria-label": word("find", language), autocomplete: "off", spellcheck: "false",
    });
    this.list = make("ul", { id: "hb-palette-list", role: "listbox", "aria-label": name });
    this.none = make("p", { role: "status" });
    this.dialog = make("dialog", { class: "hb-palette", "aria-label": name }, this.field, this.list, this.none);
    this.field.addEventListener("input", () => this.show());
    this.field.addEventListener("keydown", (event) => this.press(event));
    this.list.addEventListener("click", ({ target }) => {
      const option = /** @type {Element} */ (target).closest("[role=option]");
      if (option) this.run([...this.list.children].indexOf(option));
    });
    this.dialog.addEventListener("click", ({ target }) => target === this.dialog && this.dialog.close());
  }

  open() {
    if (!this.dialog.isConnected) document.body.append(this.dialog);
    this.origin = document.activeElement?.closest("dialog") ? null : document.activeElement;
    this.cursor = isTyped(this.origin) ? this.origin.selectionStart : null;
    this.field.value = ">";
    this.show();
    this.dialog.showModal();
    this.field.focus();
    this.field.setSelectionRange(1, 1);
  }

  show() {
    this.shown = this.commands.matching(this.field.value);
    this.list.replaceChildren(...this.shown.map((command, index) => optionOf(command, index)));
    this.none.textContent = this.shown.length ? "" : word("none", this.language);
    this.choose(0);
  }

  /** @param {number} index */
  choose(index) {
    this.chosen = index;
    [...this.list.children].forEach((option, each) => option.setAttribute("aria-selected", String(each === index)));
    const option = this.list.children[index];
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.shown.length) this.choose((this.chosen + step + this.shown.length) % this.shown.length);
    else if (event.key === "Enter") this.run(this.chosen);
    else return;
    event.preventDefault();
  }

  /** @param {number} index */
  run(index) {
    const command = this.shown[index];
    if (!command) return;
    this.dialog.close();
    this.field.blur(); // else it keeps the focus for a moment, and a command would act on it
    if (this.origin instanceof HTMLElement) this.origin.focus();
    if (isTyped(this.origin)) this.origin.setSelectionRange(this.cursor, this.cursor);
    command.run();
  }
}

/**
 * @param {Element | null} element
 * @returns {element is HTMLInputElement | HTMLTextAreaElement}
 */
export function isTyped(element) {
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === "text");
}

/**
 * @param {import("./commands.js").Command} command
 * @param {number} index
 */
function optionOf({ title, keys }, index) {
  return make("li", { id: `hb-palette-${index}`, role: "option" }, title, ...(keys ? [make("kbd", {}, keys.replace("+", " "))] : []));
}
