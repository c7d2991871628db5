// Filters of a section's index. The entries are all in the page; a filter hides those that do not match.

/** @param {Document} page */
export function startListings(page) {
  for (const listing of page.querySelectorAll("[data-hb-listing]")) start(/** @type {HTMLElement} */ (listing));
}

/** @param {HTMLElement} listing */
function start(listing) {
  const form = /** @type {HTMLFormElement} */ (listing.querySelector("form"));
  const none = /** @type {HTMLElement} */ (listing.querySelector(".hb-listing__none"));
  const count = /** @type {HTMLElement} */ (listing.querySelector("[data-hb-count]"));
  const entries = [...listing.querySelectorAll("li")].filter((item) => item.parentElement?.matches(".hb-entries"));
  const texts = new Map(entries.map((entry) => [entry, (entry.textContent ?? "").toLowerCase()]));

  const apply = () => {
    const wanted = [...new FormData(form)].map(([name, value]) => [name, String(value).trim().toLowerCase()]).filter(([, value]) => value);
    let shown = 0;
    for (const entry of entries) {
      const fits = wanted.every(([name, value]) =>
        name === "text" ? texts.get(entry)?.includes(value) : (entry.getAttribute(`data-${name}`) ?? "").split(" ").includes(value),
      );
      entry.hidden = !fits;
      shown += Number(fits);
    }
    count.textContent = String(shown);
    none.hidden = shown > 0;
  };
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => requestAnimationFrame(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
}
