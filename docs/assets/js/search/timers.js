// Timers by name: what is to be done later takes the place of what was to be done under the same name.

export class Timers {
  constructor() {
    /** @type {Map<string, ReturnType<typeof setTimeout>>} */
    this.running = new Map();
  }

  /**
   * @param {string} name
   * @param {number} delay In milliseconds.
   * @param {() => unknown} then
   */
  after(name, delay, then) {
    this.stop(name);
    this.running.set(name, setTimeout(then, delay));
  }

  /** @param {string} name */
  stop(name) {
    clearTimeout(this.running.get(name));
  }

  stopAll() {
    for (const name of this.running.keys()) this.stop(name);
  }
}
