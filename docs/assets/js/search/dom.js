// Makes elements. Text goes in as text nodes only, so nothing that was typed or indexed is ever read as markup.

/**
 * @param {string} name
 * @param {Record<string, string | number | boolean | undefined>} attributes Those that are undefined or false are left out.
 * @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(attribute, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";
/** Drawn in a square of 24, as lines. */
const ICONS = {
  preview: "M4 5h16v11H9l-5 4zM8 9h8M8 12h5",
  favourite: "M12 4l2.4 5 5.6.7-4.1 3.8 1.1 5.5-5-2.8-5 2.8 1.1-5.5L4 9.7 9.6 9z",
  copyLink: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
};

/**
 * @param {keyof typeof ICONS} name
 * @param {boolean} filled
 */
export function icon(name, filled = false) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", filled ? "hb-hit__icon hb-hit__icon--filled" : "hb-hit__icon");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/**
 * A text with its marked runs.
 * @param {import("./marks.js").Run[]} runs
 */
export function marked(runs) {
  return runs.map((run) => (run.marked ? element("mark", {}, run.text) : run.text));
}

/**
 * A button that says what is to be done when it is pressed.
 * @param {string} action
 * @param {string} label
 */
export const button = (action, label) => element("button", { type: "button", "data-action": action }, label);

/**
 * Copy a text, also where the clipboard is closed to pages that did not come by https.
 * @param {string} text
 * @returns {Promise<boolean>} Whether it is copied.
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const held = /** @type {HTMLElement | null} */ (document.activeElement);
    const area = document.createElement("textarea");
    area.value = text;
    (document.querySelector("dialog[open]") ?? document.body).append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    held?.focus();
    return done;
  }
}
