// Makes the theme's drawer and search reachable by keyboard: their buttons are labels of hidden checkboxes.

/**
 * @param {HTMLLabelElement} button
 * @param {HTMLInputElement} toggle
 */
function connect(button, toggle) {
  const flip = () => {
    toggle.checked = !toggle.checked;
    toggle.dispatchEvent(new Event("change", { bubbles: true }));
  };
  button.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      flip();
    }
  });
  toggle.addEventListener("change", () => button.setAttribute("aria-expanded", String(toggle.checked)));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) {
      flip();
      button.focus();
    }
  });
}

/** @param {Document} page */
export function startDrawer(page) {
  for (const [selector, name] of [["[data-hb-drawer]", "__drawer"], ["[data-hb-search]", "__search"]]) {
    const button = page.querySelector(selector);
    const toggle = page.getElementById(name);
    if (button instanceof HTMLLabelElement && toggle instanceof HTMLInputElement) connect(button, toggle);
  }
  const drawer = page.getElementById("__drawer");
  drawer?.addEventListener("change", () => {
    if (/** @type {HTMLInputElement} */ (drawer).checked) {
      page.querySelector(".md-sidebar--primary .md-nav__link[href]")?.focus();
    }
  });
}
