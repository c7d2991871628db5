// What stands beside the words on a wide screen lies folded above them on a narrow one; a style sheet shows it on paper.

const WIDE = "(min-width: 60em)";

/** @param {Document} page */
export function startFolds(page) {
  const wide = matchMedia(WIDE);
  const fold = () => {
    for (const each of /** @type {NodeListOf<HTMLDetailsElement>} */ (page.querySelectorAll("details.hb-fold"))) each.open = wide.matches;
  };
  wide.addEventListener("change", fold);
  fold();
}
