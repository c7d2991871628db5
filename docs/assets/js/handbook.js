// Entry of the site's scripts. Every page reads without them; each module looks for its own part of the page.

import { startReviews } from "./desk/review.js";
import { dayOf } from "./desk/today.js";
import { startDrawer } from "./drawer.js";
import { startListings } from "./listing.js";
import { startOffline } from "./offline.js";

startDrawer(document);
startListings(document);
startOffline(document);
startReviews(document, dayOf(new Date()));
