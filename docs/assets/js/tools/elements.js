// The few elements that answers are made of. Text goes in as text, never as markup.

/** @param {string} name @param {Record<string, string>} attributes @param {...(Node | string)} children */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** @param {string} text */
export function paragraph(text) {
  return element("p", {}, text);
}

/** @param {string} text */
export function fault(text) {
  return element("p", { class: "hb-fault" }, text);
}

/** @param {string[]} head @param {(string | Node)[][]} rows */
export function table(head, rows) {
  const cells = (name, row) => element("tr", {}, ...row.map((cell) => element(name, {}, cell)));
  const body = element("tbody", {}, ...rows.map((row) => cells("td", row)));
  return element("div", { class: "hb-scroll", tabindex: "0" }, element("table", { class: "hb-table" }, element("thead", {}, cells("th", head)), body));
}

/** @param {string} label @param {string} file @param {string} content A link that saves the content as a file. */
export function download(label, file, content) {
  const link = element("a", { class: "hb-download", download: file, href: "#" }, label);
  link.addEventListener("click", () => {
    const url = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
    link.setAttribute("href", url);
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  });
  return link;
}
