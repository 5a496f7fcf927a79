// What Netlify's own parsers make of the two files of a built folder, as JSON: node netlify.mjs FOLDER < paths as JSON
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";
import redirector from "netlify-redirector";

const folder = process.argv[2] ?? "";
/** @type {string[]} */
const paths = JSON.parse(readFileSync(0, "utf8"));

const headers = await parseAllHeaders({ headersFiles: [join(folder, "_headers")], minimal: false });
const redirects = await parseAllRedirects({ redirectsFiles: [join(folder, "_redirects")], minimal: false });
const matcher = await redirector.parsePlain(readFileSync(join(folder, "_redirects"), "utf8"), {});

/**
 * The headers of one path, as Netlify's local server puts them together: a later rule replaces an earlier one's value.
 * @param {string} path
 */
function headersOf(path) {
  return Object.assign({}, ...headers.headers.filter((rule) => rule.forRegExp.test(path)).map((rule) => rule.values));
}

/** @param {string} path */
function redirectOf(path) {
  const found = matcher.match({ scheme: "https", host: "tiny.example", path, query: "", getHeader: () => "", getCookie: () => "" });
  return found && { to: found.to, status: found.status };
}

const answers = Object.fromEntries(paths.map((path) => [path, { headers: headersOf(path), redirect: redirectOf(path) }]));
console.log(JSON.stringify({ errors: [...headers.errors, ...redirects.errors].map(String), redirects: redirects.redirects.length, answers }));
process.exit(0);
