// Says where a review stands on the day on which it is looked at; the page itself holds only dates and digests.

/**
 * @typedef {{ on?: string, due?: string, textChanged: boolean, rulesChanged: boolean, rulesBegin: string[] }} Review Days as `2026-11-30`.
 * @typedef {"never" | "rule-changed" | "text-changed" | "due" | "reviewed"} State
 */

/** @type {Record<State, { zh: string, en: string }>} */
const NAMES = {
  never: { zh: "未经复核", en: "Never reviewed" },
  "rule-changed": { zh: "复核后规则变了", en: "Its rule changed since review" },
  "text-changed": { zh: "复核后改过", en: "Changed since review" },
  due: { zh: "复核到期", en: "Review due" },
  reviewed: { zh: "已复核", en: "Reviewed" },
};

/**
 * What matters most of what holds on a day.
 * @param {Review} review
 * @param {string} today
 * @returns {State}
 */
export function stateOf(review, today) {
  if (!review.on) return "never";
  if (review.rulesChanged || review.rulesBegin.some((day) => day <= today)) return "rule-changed";
  if (review.textChanged) return "text-changed";
  return review.due && review.due < today ? "due" : "reviewed";
}

/**
 * @param {HTMLElement} element
 * @returns {Review}
 */
export function reviewIn({ dataset }) {
  return {
    on: dataset.on,
    due: dataset.due,
    textChanged: dataset.textChanged !== undefined,
    rulesChanged: dataset.rulesChanged !== undefined,
    rulesBegin: dataset.rulesBegin?.split(" ") ?? [],
  };
}

/**
 * `已复核 2026-05-01`, `Review due 2026-11-01`, `Never reviewed`.
 * @param {Review} review
 * @param {string} today
 * @param {string} language
 */
export function stated(review, today, language) {
  const state = stateOf(review, today);
  const day = state === "due" ? review.due : review.on;
  return [NAMES[state][language === "en" ? "en" : "zh"], day].filter(Boolean).join(" ");
}

/**
 * @param {Document} page
 * @param {string} today
 */
export function startReviews(page, today) {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-hb-review]"))) {
    const review = reviewIn(element);
    if (!review.on) continue;
    const language = element.closest("[lang]")?.getAttribute("lang") ?? "zh";
    element.dataset.state = stateOf(review, today);
    element.textContent = stated(review, today, language);
  }
}
