// Mozilla's HTTP Observatory on a server of this computer, as JSON:
// node observatory.mjs HTTP_PORT HTTPS_PORT listed|not-listed < paths as JSON
// Its list of preloaded names is fetched when it is installed, which is not done here: one is made up, with the host or without.
import fs from "node:fs";
import { readFileSync } from "node:fs";

const [httpPort, httpsPort, listed] = process.argv.slice(2);
const host = "localhost";
/** @type {string[]} */
const paths = JSON.parse(readFileSync(0, "utf8"));
const list = listed === "listed" ? { [host]: { includeSubDomains: true, includeSubDomainsForPinning: true, mode: "force-https", pinned: false } } : {};
const read = fs.readFileSync;
fs.readFileSync = /** @type {typeof read} */ ((file, ...rest) => (String(file).endsWith("hsts-preload.json") ? JSON.stringify(list) : read(file, ...rest)));

const inside = new URL("../engines/node_modules/@mdn/mdn-http-observatory/", import.meta.url);
const part = (/** @type {string} */ name) => import(new URL(`src/${name}`, inside).href);
const { retrieve } = await part("retriever/retriever.js");
const { ALL_TESTS } = await part("constants.js");
const { getGradeForScore, getScoreModifier } = await part("grader/grader.js");
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await part("grader/charts.js");

/** The sum of its scanner (src/scanner/index.js), which itself refuses to look at a “not found”. */
async function scanned(/** @type {string} */ path) {
  const answers = await retrieve(host, { path, httpPort, httpsPort });
  const tests = ALL_TESTS.map((/** @type {Function} */ test) => test(answers));
  const points = tests.map((/** @type {any} */ test) => getScoreModifier(test.result));
  const uncurved = points.reduce((sum, value) => sum + Math.min(value, 0), 100);
  const full = points.reduce((sum, value) => sum + value, 100);
  const { score, grade } = getGradeForScore(uncurved >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? full : uncurved);
  const results = tests.map((/** @type {any} */ test, /** @type {number} */ at) => [test.constructor.name, { pass: test.pass, result: test.result, points: points[at] }]);
  return { status: answers.responses.auto?.status, score, grade, tests: Object.fromEntries(results) };
}

const found = Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await scanned(path)])));
console.log(JSON.stringify(found));
process.exit(0);
