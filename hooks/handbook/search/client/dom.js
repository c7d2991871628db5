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

/**
 * A text with its marked runs.
 * @param {import("./marks.js").Run[]} runs
 */
export function marked(runs) {
  return runs.map((run) => (run.marked ? element("mark", {}, run.text) : run.text));
}

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
    const area = document.createElement("textarea");
    area.value = text;
    (document.querySelector("dialog[open]") ?? document.body).append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
