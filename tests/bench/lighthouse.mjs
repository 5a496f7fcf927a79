// Runs Lighthouse on each address given and prints one line of JSON for each: the four scores, and what lowered them.
//
// robots.txt is fetched by the tool itself, as PageSpeed Insights does it. The command line would fetch it from inside
// the page, which our pages' policy (connect-src) forbids to everybody, and would then call a good robots.txt broken.
import lighthouse from "lighthouse";
import * as launcher from "chrome-launcher";
import { Fetcher } from "lighthouse/core/gather/fetcher.js";

const WITHOUT_SPEED = "--without-speed"; // its score depends on the machine
const addresses = process.argv.slice(2).filter((word) => word !== WITHOUT_SPEED);
const speed = process.argv.includes(WITHOUT_SPEED) ? [] : ["performance"];
const CATEGORIES = [...speed, "accessibility", "best-practices", "seo"];
const MOST_WAIT = 5000;

Fetcher.prototype.fetchResource = function (address) {
  return this._wrapWithTimeout(this._fetchWithFetchApi(address), MOST_WAIT);
};

const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"];
const chrome = await launcher.launch({ chromeFlags: flags });
try {
  for (const address of addresses) {
    const { lhr } = await lighthouse(address, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "silent" });
    const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)]));
    const lowered = CATEGORIES.flatMap((name) => lhr.categories[name].auditRefs)
      .filter((part) => part.weight > 0 && lhr.audits[part.id].score !== null && lhr.audits[part.id].score < 0.9)
      .map((part) => `${part.id}: ${lhr.audits[part.id].displayValue ?? lhr.audits[part.id].explanation ?? lhr.audits[part.id].title}`);
    console.log(JSON.stringify({ address, version: lhr.lighthouseVersion, scores, lowered }));
  }
} finally {
  await chrome.kill();
}
