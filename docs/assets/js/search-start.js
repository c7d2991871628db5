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
  /** Enter that was pressed before search had arrived. @type {KeyboardEvent | undefined} */
  let entered;
  const failed = document.createElement("div");

  /** The part of search that is not on every page; asked for twice it is loaded once, and again where that failed. */
  function load() {
    client ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL("assets/js/search/main.js", root).href;
      const end = () => {
        const { handbookSearchClient } = /** @type {any} */ (globalThis);
        if (handbookSearchClient) return resolve(handbookSearchClient);
        client = undefined;
        script.remove();
        reject(new Error(script.src));
      };
      script.addEventListener("load", end);
      script.addEventListener("error", end);
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
      entered = undefined;
      if (field.value === ">") {
        field.value = "";
        made.close();
        document.dispatchEvent(new CustomEvent("handbook:commands"));
      } else if (failed.isConnected) arrive();
    });
    field.addEventListener("keydown", (event) => {
      if (!attached && event.key === "Enter" && !event.isComposing && event.keyCode !== 229) entered = event;
    });
    made.addEventListener("close", () => (entered = undefined));
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

  const fieldOf = (/** @type {HTMLDialogElement} */ made) => /** @type {HTMLInputElement} */ (made.querySelector("input"));

  /** @param {string} [query] */
  function open(query) {
    dialog ??= frame();
    const field = fieldOf(dialog);
    if (!dialog.open) dialog.showModal();
    if (query !== undefined) field.value = query;
    field.focus();
    field.select();
    arrive();
  }

  /** Answer what stands in the field as soon as search is here, or say that it did not come. */
  async function arrive() {
    try {
      await prepare();
      attached.refresh();
      if (dialog && entered) fieldOf(dialog).dispatchEvent(new KeyboardEvent("keydown", entered));
    } catch {
      failed.replaceChildren(...failure());
      dialog?.append(failed);
    }
    entered = undefined;
  }

  /** What is said in place of search, with another try and the sections of the site, which the header has. */
  function failure() {
    const said = document.createElement("p");
    const retry = document.createElement("button");
    const links = document.createElement("ul");
    failed.className = "hb-search__message";
    said.setAttribute("role", "alert");
    said.textContent = button?.getAttribute("data-failed") ?? "";
    retry.type = "button";
    retry.textContent = button?.getAttribute("data-retry") ?? "";
    retry.addEventListener("click", () => open());
    said.append(" ", retry);
    links.className = "hb-search__links";
    for (const section of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".md-tabs__link"))) {
      const link = document.createElement("a");
      link.href = section.href;
      link.textContent = section.text.trim();
      const item = document.createElement("li");
      item.append(link);
      links.append(item);
    }
    return [said, links];
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
    const isLetter = event.key === "/" || (event.key.toLowerCase() === "s" && !event.shiftKey); // a capital one with Caps Lock
    const letter = isLetter && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.isComposing || !(chord || (letter && !typing && !dialog?.open && lettersOpen()))) return;
    event.preventDefault();
    if (!document.querySelector("dialog:modal:not(.hb-search)")) open();
  });

  const query = asked.get("q");
  if (query) open(query);
  const words = asked.get("h");
  const content = document.querySelector("article, main");
  if (words && content) load().then(({ highlight }) => highlight(content, words, language), () => {});
})();
