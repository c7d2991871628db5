// Opens the commands from any page, by Alt+. or where search asks for them; a page without a desk brings them on first use.

const OPEN = "handbook:commands";

/**
 * @param {Document} page
 * @param {string} address Of the script that brings them.
 */
export function startCommands(page, address) {
  if (page.querySelector("[data-hb-desk]")) return; // which brings its own
  const bring = () => {
    const script = page.createElement("script");
    script.src = address;
    page.head.append(script);
  };
  page.addEventListener(OPEN, bring, { once: true });
  page.addEventListener("keydown", (event) => {
    if (event.code !== "Period" || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!page.querySelector("dialog[open]")) page.dispatchEvent(new CustomEvent(OPEN));
  });
}
