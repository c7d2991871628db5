// Keeps the pages that are needed on the phone. Made with the site: a new version waits until the reader asks for it.

const VERSION = "__VERSION__";
const FILES = __FILES__;
const CACHE = `handbook-${VERSION}`;
const AT_ONCE = 20;
const LANGUAGE = new URL(self.location.href).searchParams.get("language") ?? "zh";
const OFFLINE_PAGE = LANGUAGE === "zh" ? "toolkit/offline/" : `${LANGUAGE}/toolkit/offline/`;

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("message", ({ data }) => data === "update" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === self.location.origin) event.respondWith(answer(request));
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  const files = FILES[LANGUAGE] ?? FILES.zh;
  for (let start = 0; start < files.length; start += AT_ONCE) {
    await tellPages({ kept: start, of: files.length });
    await cache.addAll(files.slice(start, start + AT_ONCE).map((file) => new Request(file || "./", { cache: "no-cache" })));
  }
}

async function tellPages(progress) {
  for (const page of await self.clients.matchAll({ includeUncontrolled: true })) page.postMessage(progress);
}

async function forgetOthers() {
  for (const name of await caches.keys()) if (name.startsWith("handbook-") && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

async function answer(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    const page = request.mode === "navigate" ? await cache.match(OFFLINE_PAGE) : undefined;
    if (page) return page;
    throw error;
  }
}
