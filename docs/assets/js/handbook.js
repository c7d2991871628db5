// Entry of the site's scripts. Every page reads without them; each module looks for its own part of the page.

import { startDrawer } from "./drawer.js";
import { startListings } from "./listing.js";
import { startOffline } from "./offline.js";

startDrawer(document);
startListings(document);
startOffline(document);
if (document.querySelector("[data-hb-tool]")) import("./tools/start.js").then(({ startTools }) => startTools(document, Date.now));
