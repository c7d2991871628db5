// Opens the theme's drawer from a button that the keyboard reaches; the theme itself has only a label of a hidden checkbox.

/** @param {Document} page */
export function startDrawer(page) {
  const button = page.querySelector("[data-hb-drawer]");
  const toggle = page.getElementById("__drawer");
  if (!(button instanceof HTMLButtonElement) || !(toggle instanceof HTMLInputElement)) return;

  const set = (/** @type {boolean} */ open) => {
    toggle.checked = open;
    toggle.dispatchEvent(new Event("change", { bubbles: true }));
  };
  button.addEventListener("click", () => {
    set(!toggle.checked);
    if (toggle.checked) page.querySelector(".md-sidebar--primary .md-nav__link[href]")?.focus();
  });
  toggle.addEventListener("change", () => button.setAttribute("aria-expanded", String(toggle.checked)));
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) {
      set(false);
      button.focus();
    }
  });
}
