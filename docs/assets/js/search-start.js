// All of search that every page loads: opens the dialog, and brings the rest on first use. A classic script, and so is what
// it brings, since browsers load no modules from file://.

(() => {
  const root = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const language = document.documentElement.lang === "en" ? "en" : "zh";
  const button = document.querySelector("[data-hb-search]");
  const asked = new URLSearchParams(location.search);
  /** @type {Promise<any> | undefined} */
  let client;
  /** @type {HTMLDialogElement | undefined} */
  let dialog;
  /** @type {any} */
  let attached;
  const failed = document.createElement("p");
  failed.setAttribute("role", "alert");

  /** The part of search that is not on every page; asked for twice it is loaded once, and again where that failed. */
  function load() {
    client ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL("assets/js/search/main.js", root).href;
      script.addEventListener("load", () => resolve(/** @type {any} */ (globalThis).handbookSearchClient));
      script.addEventListener("error", () => {
        client = undefined;
        reject(new Error(script.src));
      });
      document.head.append(script);
    });
    return client;
  }

  /** The dialog with its field, so that typing can begin before the rest is here. */
  function frame() {
    const made = document.createElement("dialog");
    const field = document.createElement("input");
    const close = document.createElement("button");
    made.className = "hb-search";
    made.setAttribute("aria-label", button?.getAttribute("aria-label") ?? "");
    field.placeholder = button?.getAttribute("data-field") ?? "";
    field.setAttribute("aria-label", field.placeholder);
    for (const [name, value] of [["autocomplete", "off"], ["autocapitalize", "off"], ["spellcheck", "false"], ["enterkeyhint", "go"]]) {
      field.setAttribute(name, value);
    }
    close.type = "button";
    close.textContent = "Esc";
    close.setAttribute("aria-label", button?.getAttribute("data-close") ?? "");
    close.addEventListener("click", () => made.close());
    field.addEventListener("input", () => {
      if (field.value !== ">") return;
      made.close();
      document.dispatchEvent(new CustomEvent("handbook:commands"));
    });
    const head = document.createElement("div");
    head.className = "hb-search__field";
    head.append(field, close);
    made.append(head);
    document.body.append(made);
    return made;
  }

  /** Bring search into the dialog, if it is not there yet. */
  async function prepare() {
    const { attach } = await load();
    failed.remove();
    dialog ??= frame();
    attached ??= attach(dialog, root, language);
  }

  /** @param {string} [query] */
  async function open(query) {
    dialog ??= frame();
    const field = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
    if (!dialog.open) dialog.showModal();
    if (query !== undefined) field.value = query;
    field.focus();
    field.select();
    try {
      await prepare();
      attached.refresh();
    } catch {
      failed.textContent = button?.getAttribute("data-failed") ?? "";
      dialog.append(failed);
    }
  }

  const lettersOpen = () => {
    try {
      return JSON.parse(localStorage.getItem("handbook.search") ?? "{}").letters !== false;
    } catch {
      return true;
    }
  };

  button?.addEventListener("click", () => open());
  for (const event of ["pointerenter", "focus", "touchstart"]) {
    button?.addEventListener(event, () => prepare().catch(() => {}), { once: true, passive: true });
  }
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const isGone = target.closest("dialog:not([open])"); // a field keeps the focus for a moment after its dialog has closed
    const typing = !isGone && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
    const chord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    const letter = (event.key === "/" || event.key === "s") && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.isComposing || !(chord || (letter && !typing && !dialog?.open && lettersOpen()))) return;
    event.preventDefault();
    open();
  });

  const query = asked.get("q");
  if (query) open(query);
  const words = asked.get("h");
  const content = document.querySelector("article, main");
  if (words && content) load().then(({ highlight }) => highlight(content, words, language), () => {});
})();
