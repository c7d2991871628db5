// Puts a text on the clipboard, plain or also with its emphasis and lists.

/**
 * @param {{ plain: string, html?: string }} text
 * @returns {Promise<boolean>} Whether it is there.
 */
export async function copy({ plain, html }) {
  try {
    if (html === undefined) await navigator.clipboard.writeText(plain);
    else await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob(plain, "text/plain"), "text/html": blob(html, "text/html") })]);
    return true;
  } catch {
    return copyByCommand(plain, html);
  }
}

/**
 * @param {string} text
 * @param {string} type
 */
const blob = (text, type) => new Blob([text], { type });

/**
 * The older way, which also works where a page did not come by https.
 * @param {string} plain
 * @param {string | undefined} html
 */
function copyByCommand(plain, html) {
  let done = false;
  const onCopy = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData("text/plain", plain);
    if (html !== undefined) event.clipboardData?.setData("text/html", html);
    event.preventDefault();
    done = true;
  };
  document.addEventListener("copy", onCopy, { once: true });
  const reported = document.execCommand("copy");
  document.removeEventListener("copy", onCopy);
  return done && reported;
}
