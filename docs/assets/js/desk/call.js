// A guided call: where it is in its script, how it came there, what has been said. Pure; every change is a new call.

/**
 * One step of a script as it was reached. `by` are the customer's words that led there, or empty.
 * @typedef {{ script: string, page: string, step: string, title: string, by: string }} Place
 *
 * `said` are must-say items, as `script:first-reminder-m1 identity`. `stage` is where the call is: at a step, before its end with
 * items unsaid, or at the log. `isAside` says that the reader looks at the whole script meanwhile; `onward` to which other page the
 * customer's words lead.
 * @typedef {{ began: number, trail: Place[], said: string[], stage: "step" | "unsaid" | "log", isAside?: boolean,
 *   onward?: { page: string, by: string } }} Call
 *
 * @typedef {{ id: string, heard: { text: string, to: string | null }[], next: string[] }} Step
 * @typedef {{ steps: Step[], said_in: Record<string, string[]> }} Branches
 *
 * What can be chosen at a step: `by` is what the customer says, or empty where the agent goes on; `to` is `#step`, or the way to
 * the page of another script.
 * @typedef {{ by: string, to: string }} Choice
 */

/**
 * @param {Place} place
 * @param {number} now In milliseconds.
 * @returns {Call}
 */
export function begin(place, now) {
  return { began: now, trail: [place], said: [], stage: "step" };
}

/**
 * @param {Call} call
 * @returns {Place}
 */
export const here = (call) => call.trail[call.trail.length - 1];

/**
 * The choices at a step, the customer's answers first.
 * @param {Branches} branches
 * @param {string} id
 * @returns {Choice[]}
 */
export function choicesAt(branches, id) {
  const step = branches.steps.find((each) => each.id === id);
  if (!step) return [];
  const following = step.next.length > 0 ? `#${step.next[0]}` : "";
  const answers = step.heard.map(({ text, to }) => ({ by: text, to: to ?? following })).filter(({ to }) => to !== "");
  const onward = step.next.map((each) => ({ by: "", to: `#${each}` }));
  return [...answers, ...onward];
}

/**
 * Go on to another place; what is said at the step that is left counts as said.
 * @param {Call} call
 * @param {Place} place
 * @param {Branches} branches
 * @returns {Call}
 */
export function goTo(call, place, branches) {
  return { ...passed(call, branches), trail: [...call.trail, place] };
}

/**
 * Leave for another script; what is said at the step that is left counts as said.
 * @param {Call} call
 * @param {{ page: string, by: string }} onward
 * @param {Branches} branches
 * @returns {Call}
 */
export function leaveFor(call, onward, branches) {
  return { ...passed(call, branches), onward };
}

/**
 * Go on in a script that was come to, at its first step.
 * @param {Call} call
 * @param {Place} place
 * @returns {Call}
 */
export function arrive(call, place) {
  return { ...call, trail: [...call.trail, place], stage: "step", onward: undefined };
}

/**
 * @param {Call} call
 * @param {Branches} branches
 * @returns {Call}
 */
function passed(call, branches) {
  const { script, step } = here(call);
  const saidHere = Object.keys(branches.said_in).filter((item) => branches.said_in[item].includes(step));
  return saidHere.reduce((so, item) => tick(so, script, item, true), call);
}

/**
 * One step back; from the end to where the call was.
 * @param {Call} call
 * @returns {Call}
 */
export function back(call) {
  if (call.stage !== "step") return { ...call, stage: "step" };
  return call.trail.length > 1 ? { ...call, trail: call.trail.slice(0, -1) } : call;
}

/**
 * @param {Call} call
 * @param {string} script
 * @param {string} item
 * @param {boolean} said
 * @returns {Call}
 */
export function tick(call, script, item, said) {
  const name = `${script} ${item}`;
  const others = call.said.filter((each) => each !== name);
  return { ...call, said: said ? [...others, name] : others };
}

/**
 * @param {Call} call
 * @param {string} script
 * @param {string} item
 */
export const isSaid = (call, script, item) => call.said.includes(`${script} ${item}`);

/**
 * To the log, or first to what must still be said.
 * @param {Call} call
 * @param {Branches} branches
 * @param {string[]} items The must-say items of the script in hand.
 * @returns {Call}
 */
export function finish(call, branches, items) {
  const after = passed(call, branches);
  const isUnsaid = items.some((item) => !isSaid(after, here(after).script, item));
  return { ...after, stage: call.stage === "step" && isUnsaid ? "unsaid" : "log" };
}
