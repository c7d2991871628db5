// What is known of the call in hand: it lives in this tab's session storage, and nowhere else.

const KEY = "handbook.call";

/**
 * @typedef {{ values: Record<string, string>, open: Record<string, string>, keepsOpen: boolean, call?: import("./call.js").Call }} Content
 * `values` are what was filled in, by the name of the placeholder; `open` those that anybody may know.
 */

export class Session {
  /** @param {Storage | undefined} storage Without one, or where it refuses, everything lives as long as the page. */
  constructor(storage) {
    this.storage = storage;
    this.content = this.read();
  }

  /** @returns {Content} */
  read() {
    const empty = { values: {}, open: {}, keepsOpen: false };
    try {
      return { ...empty, ...JSON.parse(this.storage?.getItem(KEY) ?? "{}") };
    } catch {
      return empty;
    }
  }

  /** Take up what other pages of this tab have written since. */
  refresh() {
    if (this.storage) this.content = this.read();
  }

  write() {
    try {
      this.storage?.setItem(KEY, JSON.stringify(this.content));
    } catch {
      this.storage = undefined;
    }
  }

  /**
   * What was filled in, or undefined where nothing ever was.
   * @param {string} name
   * @returns {string | undefined}
   */
  value(name) {
    const { values, open } = this.content;
    return Object.hasOwn(values, name) ? values[name] : Object.hasOwn(open, name) ? open[name] : undefined;
  }

  /**
   * @param {string} name
   * @param {string} value
   * @param {boolean} isOpen Whether anybody may know it, such as a service line.
   */
  set(name, value, isOpen) {
    this.content[isOpen ? "open" : "values"][name] = value;
    this.write();
  }

  get keepsOpen() {
    return this.content.keepsOpen;
  }

  set keepsOpen(keeps) {
    this.content.keepsOpen = keeps;
    this.write();
  }

  get call() {
    return this.content.call;
  }

  set call(call) {
    this.content.call = call;
    this.write();
  }

  /** The call is over: nothing of the customer's is left, nor anything else unless it was to be kept. */
  end() {
    const { open, keepsOpen } = this.content;
    this.content = { values: {}, open: keepsOpen ? open : {}, keepsOpen };
    if (keepsOpen) this.write();
    else this.storage?.removeItem(KEY);
  }
}

/** This tab's storage, or undefined where the browser refuses it. */
export function tabStorage() {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}
