// Entry of the calculators' script, which pages with a calculator load.

import { startTools } from "./start.js";

startTools(document, Date.now);
