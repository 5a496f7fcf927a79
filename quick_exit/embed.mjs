#!/usr/bin/env node
/*
 * The parts of the quick exit for one site, as text to put into its pages: for sites that are not made by the
 * generator this component comes from. No dependencies.
 *
 * It must never write a setting that could not work: an exit that fails is worse than none.
 */
import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Settings
 * @property {string} address where to go: https, and no redirect
 * @property {string} title the title of the page found there
 * @property {"escape" | "escape-twice" | "off"} [key] escape when left out
 * @property {boolean} [discreet] whether a whole visit is kept in one entry of the history; true when left out
 *
 * @typedef {object} Parts
 * @property {string} script for the first <script> in <head>
 * @property {string} style for a <style> in <head>
 * @property {string} html for the start of <body>
 * @property {string} hash the script's, for script-src of the content security policy
 */

/**
 * @param {Settings} settings
 * @param {string} [language] one of strings.yml
 * @returns {Parts}
 */
export function parts({ address, title, key = "escape", discreet = true }, language = "en") {
  let url;
  try {
    url = new URL(address);
  } catch {}
  if (url?.protocol !== "https:" || url.username || /[\s"'<>\\&]/.test(address)) {
    throw new RangeError(`The exit address must be a plain https address, and “${address}” is not.`);
  }
  if (typeof title !== "string" || !title.trim() || /[<>]/.test(title)) {
    throw new RangeError("Give the title of the page that the exit leads to, without < and >.");
  }
  if (!["escape", "escape-twice", "off"].includes(key)) {
    throw new RangeError(`The key is “${key}” and may be escape, escape-twice or off.`);
  }
  const words = strings()[language];
  if (!words) throw new RangeError(`strings.yml has no words in the language “${language}”. Add them there.`);

  const [before, , after] = read("quick_exit.js").split(/\/\* settings: (?:begin|end) \*\//);
  const script = plain(before + JSON.stringify({ address, title, key, discreet }) + after);
  const hint = { escape: words.hint, "escape-twice": words.hint_twice, off: "" }[key];
  const shortcut = key === "escape" ? ' aria-keyshortcuts="Escape"' : "";
  const html = [
    '<div class="quick-exit">',
    `  <a class="quick-exit__link" href="${address}" rel="noreferrer nofollow" draggable="false" data-quick-exit${shortcut}>${words.label}</a>`,
    ...(hint ? [`  <span class="quick-exit__hint" data-quick-exit-hint="${hint}"></span>`] : []),
    "</div>",
  ].join("\n");
  const hash = "sha256-" + createHash("sha256").update(script).digest("base64");
  return { script, style: plain(read("quick_exit.css")), html, hash };
}

/** @param {string} name */
function read(name) {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}

/**
 * Without comments, empty lines and indents: what a minifier of your own may do better.
 * @param {string} text
 */
function plain(text) {
  const bare = text.replace(/("(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[^]*?\*\/|\/\/[^\n]*/g, (_, string) => string ?? "");
  const lines = bare.split("\n").map((line) => line.trim());
  return lines.filter(Boolean).join("\n");
}

/** The words by language: strings.yml has two levels and nothing but plain text. */
function strings() {
  /** @type {Record<string, Record<string, string>>} */
  const found = {};
  let language = "";
  for (const line of read("strings.yml").split("\n")) {
    const [, indent, name, text] = line.match(/^( *)([\w-]+): *(.*)$/) ?? [];
    if (name && !indent) found[(language = name)] = {};
    else if (name) found[language][name] = text;
  }
  return found;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [address, title, language, key, discreet] = process.argv.slice(2);
  if (!title) {
    console.error("embed.mjs ADDRESS TITLE [LANGUAGE [escape|escape-twice|off [yes|no]]]: prints the parts as JSON");
    process.exit(2);
  }
  try {
    const chosen = /** @type {Settings["key"]} */ (key);
    console.log(JSON.stringify(parts({ address, title, key: chosen, discreet: discreet !== "no" }, language), null, 2));
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exit(1);
  }
}
