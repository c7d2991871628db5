// Reading without a network, for those who ask for it; and the notice that a new version is there, which interrupts nothing.

const WORDS = {
  zh: {
    off: "现在需要网络。", on: "已经可以离线阅读。", working: "正在保存……", failed: "没有保存成功，请检查网络后再试。",
    enable: "保存到这台设备", disable: "从这台设备删除", none: "这个浏览器或者这种打开方式不支持离线保存。",
    fresh: "手册有新版本。", update: "现在更新", later: "以后再说",
  },
  en: {
    off: "The network is needed at present.", on: "The handbook can be read offline.", working: "Saving …", failed: "It could not be saved; check the network and try again.",
    enable: "Keep on this device", disable: "Remove from this device", none: "This browser, or this way of opening the site, cannot keep pages offline.",
    fresh: "There is a new version of the handbook.", update: "Update now", later: "Later",
  },
};

/** @param {Document} page */
export async function startOffline(page) {
  const words = WORDS[page.documentElement.lang.startsWith("zh") ? "zh" : "en"];
  const panel = /** @type {HTMLElement | null} */ (page.querySelector("[data-hb-offline]"));
  const workers = "serviceWorker" in navigator && location.protocol.startsWith("http") ? navigator.serviceWorker : null;
  if (panel) showPanel(panel, workers, words);
  const registration = await workers?.getRegistration();
  if (registration) watch(registration, page, words);
}

function showPanel(panel, workers, words) {
  const state = document.createElement("p");
  state.setAttribute("role", "status");
  const button = document.createElement("button");
  button.className = "md-button";
  if (!workers) {
    state.textContent = words.none;
    panel.replaceChildren(state);
    return;
  }
  const show = (on) => {
    state.textContent = on ? words.on : words.off;
    button.textContent = on ? words.disable : words.enable;
    button.disabled = false;
  };
  workers.getRegistration().then((registration) => {
    show(Boolean(registration?.active));
    panel.replaceChildren(state, button);
  });
  button.addEventListener("click", async () => {
    button.disabled = true;
    const registration = await workers.getRegistration();
    if (registration) {
      await registration.unregister();
      for (const name of await caches.keys()) if (name.startsWith("handbook-")) await caches.delete(name);
      return show(false);
    }
    state.textContent = words.working;
    const progress = progressOf(workers, words.working);
    state.after(progress);
    try {
      await register(workers, panel.dataset.hbOffline ?? "", document.documentElement.lang);
      show(true);
    } catch {
      show(false);
      state.textContent = words.failed;
    }
    progress.remove();
  });
}

/** A bar that follows the files that the worker has kept. */
function progressOf(workers, name) {
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", name);
  workers.onmessage = ({ data }) => {
    bar.max = data.of;
    bar.value = data.kept;
  };
  return bar;
}

/** @param {string} root The way from this page to the site's root. */
async function register(workers, root, language) {
  const registration = await workers.register(`${root}sw.js?language=${language}`);
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  await new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "activated") resolve(undefined);
      if (worker.state === "redundant") reject(new Error("the worker was not installed"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** Says so when a new version waits; nothing changes until the reader chooses, and the focus stays where it is. */
function watch(registration, page, words) {
  const offer = (worker) => {
    if (!worker || !navigator.serviceWorker.controller) return;
    const notice = page.createElement("div");
    notice.className = "hb-update";
    notice.setAttribute("role", "status");
    const update = button(words.update, () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage("update");
    });
    notice.append(words.fresh, update, button(words.later, () => notice.remove()));
    page.body.append(notice);
  };
  offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => worker.state === "installed" && offer(worker));
  });
}

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}
