// The commands on a page without a desk: end the call, switch language, copy the link. Brought on first use.

import { copy } from "./clipboard.js";
import { Commands, OPEN, pageCommands } from "./commands.js";
import { make } from "./dom.js";
import { Palette } from "./palette.js";
import { Session, tabStorage } from "./session.js";
import { word } from "./words.js";

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const language = document.documentElement.lang === "en" ? "en" : "zh";
const status = make("p", { class: "hb-desk__status", role: "status" });
const commands = new Commands();
const palette = new Palette(commands, language);

const say = (/** @type {string} */ text) => {
  status.textContent = text;
};
const actions = {
  end: () => {
    const session = new Session(tabStorage());
    say(word(session.keepsOpen ? "clearedButPublic" : "cleared", language));
    session.end();
  },
  copyLink: async (/** @type {string} */ address) => say((await copy({ plain: address })) ? `${word("copied", language)}: ${address}` : address),
};

for (const command of pageCommands(document, language, actions)) commands.add(command);
document.querySelector("article")?.append(status);
document.addEventListener("pointerdown", () => say(""));
document.addEventListener(OPEN, () => palette.open());
const looks = make("link", { rel: "stylesheet", href: new URL("../../css/desk.css", script.src).href });
looks.addEventListener("load", () => palette.open());
document.head.append(looks);
