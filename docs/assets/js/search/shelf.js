// Brings the files of the index into the page. Each is a classic script that calls `handbookSearch(name, build, data)`:
// such a script loads over http and from file:// alike, under `script-src 'self'`.

import { Recent } from "./recent.js";

/** Files that are kept in memory; the browser has the others in its cache. */
const KEPT = 300;
/** Milliseconds after which a file counts as not loaded: the others answer without it. */
const PATIENCE = 4000;

/** A file belongs to another build of the site than the manifest: the site was published between two clicks. */
export class OtherBuild extends Error {}

/** A file could not be loaded. */
export class NotLoaded extends Error {}

/**
 * @typedef {(address: string) => Promise<void>} Fetch Runs a script, or rejects.
 * @typedef {{ build: string, data: any }} Arrival
 */

export class Shelf {
  /** @param {Fetch} fetch Loads `name.js?version`, relative to the folder of the index. */
  constructor(fetch) {
    this.fetch = fetch;
    this.build = "";
    /** @type {Recent<string, Promise<any>>} */
    this.asked = new Recent(KEPT);
    /** @type {Map<string, Arrival>} */
    this.arrived = new Map();
    /** @type {any} */ (globalThis).handbookSearch = (/** @type {string} */ name, /** @type {string} */ build, /** @type {any} */ data) => {
      this.arrived.set(name, { build, data });
    };
  }

  /**
   * The manifest decides which build all other files must belong to.
   * @param {string} name
   * @param {boolean} fresh Past the browser's cache.
   */
  async manifest(name, fresh) {
    const { build, data } = await this.bring(name, fresh ? String(Date.now()) : "");
    if (build !== this.build) this.asked.clear();
    this.build = build;
    return data;
  }

  /**
   * The data of a file. Asked for again soon it is loaded once; a failure is forgotten, so that asking again tries again.
   * @param {string} name
   */
  get(name) {
    let asked = this.asked.get(name);
    if (!asked) {
      asked = this.ofThisBuild(name);
      this.asked.set(name, asked);
      asked.catch(() => this.asked.delete(name));
    }
    return asked;
  }

  /** @param {string} name */
  async ofThisBuild(name) {
    const wanted = this.build;
    const { build, data } = await this.bring(name, wanted);
    if (build !== wanted) throw new OtherBuild(name);
    return data;
  }

  /**
   * @param {string} name
   * @param {string} version
   * @returns {Promise<Arrival>}
   */
  async bring(name, version) {
    await Promise.race([this.fetch(`${name}.js${version && `?${version}`}`), tooLate(name)]);
    const arrival = this.arrived.get(name);
    if (!arrival) throw new NotLoaded(name);
    this.arrived.delete(name);
    return arrival;
  }
}

/** @param {string} name */
async function tooLate(name) {
  await new Promise((resolve) => setTimeout(resolve, PATIENCE));
  throw new NotLoaded(name);
}

/**
 * Loads scripts by elements of a page.
 * @param {Document} page
 * @param {URL} folder
 * @returns {Fetch}
 */
export function byElements(page, folder) {
  return (address) =>
    new Promise((resolve, reject) => {
      const script = page.createElement("script");
      script.src = new URL(address, folder).href;
      script.addEventListener("load", () => (script.remove(), resolve()));
      script.addEventListener("error", () => (script.remove(), reject(new NotLoaded(address))));
      page.head.append(script);
    });
}
