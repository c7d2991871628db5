// What is said at the foot of the dialog, also to those who do not see the list. It stays until something else is said, so
// that nothing moves while someone types.

/** Milliseconds without a key after which typing has paused. */
const PAUSE = 500;

export class Status {
  /**
   * @param {HTMLElement} line A live region.
   * @param {import("./timers.js").Timers} timers
   */
  constructor(line, timers) {
    this.line = line;
    this.timers = timers;
    /** What was announced last, or is about to be. */
    this.said = "";
    /** Whether the line answers something that was done; then nothing about the same query takes its place. */
    this.isAnswer = false;
  }

  /** Something else is asked. */
  renew() {
    this.isAnswer = false;
  }

  /** @param {string} text Said once typing has paused. */
  announce(text) {
    this.said = text;
    if (!this.isAnswer) this.timers.after("announce", PAUSE, () => (this.line.textContent = text));
  }

  /** @param {string} text Said at once; an answer to something that was done. */
  tell(text) {
    this.timers.stop("announce");
    this.isAnswer = text !== "";
    this.line.textContent = text;
  }
}
