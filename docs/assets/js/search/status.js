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
  }

  /** @param {string} text Said once typing has paused. */
  announce(text) {
    this.said = text;
    this.timers.after("announce", PAUSE, () => (this.line.textContent = text));
  }

  /** @param {string} text Said at once; an answer to something that was done. */
  tell(text) {
    this.timers.stop("announce");
    this.line.textContent = text;
  }
}
