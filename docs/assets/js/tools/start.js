// Brings a page's calculators to life. What each works out lies in modules without a DOM; here are fields and answers.

import { bucketsAnswer } from "./buckets_view.js";
import { callingAnswer, prepareCalling } from "./calling_view.js";
import { instalmentsAnswer } from "./instalments_view.js";
import { rateCapAnswer } from "./rate_cap_view.js";
import { ratesAnswer } from "./rates_view.js";

/**
 * @typedef {object} Tool
 * @property {(values: Record<string, string>, context: Context) => Node[]} answer What stands below the form.
 * @property {(form: HTMLFormElement, context: Context) => void} [prepare] Fills in what only the browser knows.
 *
 * @typedef {object} Context
 * @property {"zh" | "en"} language
 * @property {any} data What the handbook knows, from the page.
 * @property {() => number} now
 */

/** @type {Record<string, Tool>} */
const TOOLS = {
  calling: { answer: callingAnswer, prepare: prepareCalling },
  instalments: { answer: instalmentsAnswer },
  buckets: { answer: bucketsAnswer },
  rates: { answer: ratesAnswer },
  "rate-cap": { answer: rateCapAnswer },
};

const EVERY_MINUTE = 60_000;

/** @param {Document} page @param {() => number} now */
export function startTools(page, now) {
  for (const section of page.querySelectorAll("[data-hb-tool]")) start(/** @type {HTMLElement} */ (section), now);
}

function start(section, now) {
  const tool = TOOLS[section.dataset.hbTool ?? ""];
  const form = /** @type {HTMLFormElement} */ (section.querySelector("form"));
  const answer = /** @type {HTMLElement} */ (section.querySelector(".hb-result"));
  const data = section.querySelector(".hb-tool-data");
  const language = (section.closest("[lang]")?.lang ?? "zh").startsWith("zh") ? "zh" : "en";
  const context = { language, now, data: data ? JSON.parse(data.textContent) : null };
  const show = () => answer.replaceChildren(...tool.answer(Object.fromEntries(new FormData(form)), context));
  tool.prepare?.(form, context);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", show);
  form.hidden = answer.hidden = false;
  show();
  if (tool.prepare) setInterval(show, EVERY_MINUTE);
}
