// Where pages of the handbook are, as the browser needs it.

/**
 * The address that a way from this page leads to; without a server a folder has no index of its own.
 * @param {string} way
 */
export function addressOf(way) {
  const url = new URL(way, location.href);
  if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
  return url.href;
}

/** The address of this page, without what leads to a part of it. */
export const thisPage = () => location.href.replace(/[?#].*/, "");
