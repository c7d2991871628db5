// Entry of the site's scripts. Every page reads without them; each module looks for its own part of the page.

import { startCommands } from "./commands.js";
import { startReviews } from "./desk/review.js";
import { dayOf } from "./desk/today.js";
import { startDrawer } from "./drawer.js";
import { startListings } from "./listing.js";
import { startOffline } from "./offline.js";

const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);

startCommands(document, new URL("desk/anywhere.js", src).href);
startDrawer(document);
startListings(document);
startOffline(document);
startReviews(document, dayOf(new Date()));
